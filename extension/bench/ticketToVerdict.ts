import type { Page } from 'playwright-core';
import { share } from '../../pwa/bench/share.ts';
import type { Figure } from '../../sync-server/bench/figure.ts';
import { atTheDesk, pairs } from '../browser/harness/desk.ts';
import { fillsInTicket, hasPlaybook, hasRules } from '../browser/harness/ground.ts';

const CHANGES = 50;
const POLLING_MS = 100;

/** From a quantity that is typed into the ticket until the panel has drawn what the rules say to it: once within the cap, once over it. */
export async function ticketToVerdict(): Promise<Figure[]> {
  const { delaysMs, answersMs } = await atTheDesk(async (desk, { server }) => {
    await hasRules(server);
    await hasPlaybook(server);
    const panel = await desk.openPanel();
    await pairs(desk, panel);
    const broker = await desk.openBroker('tradingview/ticket.html', 'https://www.tradingview.com/chart/abc/');
    await broker.click('#open-panel');
    await fillsInTicket(broker, '50');
    await panel.getByText('Price is stretched').click();
    await panel.getByText('Yes', { exact: true }).click();
    await panel.getByText('Arm the plan').waitFor();
    await noteVerdicts(panel);
    await noteChanges(broker);
    for (let n = 0; n < CHANGES; n++) {
      await broker.fill('#quantity-field', n % 2 === 0 ? '150' : '50');
      await panel.waitForFunction((drawn) => (globalThis as unknown as Noting).noted.length > drawn, n, { polling: POLLING_MS });
    }
    const [changedAt, drawnAt] = [await noted(broker), await noted(panel)];
    return { delaysMs: changedAt.map((at, n) => (drawnAt[n] ?? Number.NaN) - at), answersMs: await panel.evaluate(askOften, CHANGES) };
  });
  const answer = share(answersMs, 0.5);
  const reference = 'a page of the extension asks its worker, p50';
  return [0.5, 0.95].map((part) => ({
    name: `a ticket changes until its verdict is on the panel, p${part * 100}`,
    value: share(delaysMs, part),
    unit: 'ms',
    reference,
    ratio: share(delaysMs, part) / answer,
  }));
}

interface Noting {
  readonly noted: number[];
}

/** Both pages tell time by the machine's clock. */
const noteChanges = (broker: Page): Promise<void> =>
  broker.evaluate(() => {
    const at: number[] = [];
    Object.assign(globalThis, { noted: at });
    addEventListener('input', () => at.push(performance.timeOrigin + performance.now()), { capture: true });
  });

const noteVerdicts = (panel: Page): Promise<void> =>
  panel.evaluate(() => {
    const at: number[] = [];
    Object.assign(globalThis, { noted: at });
    const said = (): boolean => document.body.textContent.includes('Override, and say why');
    let before = said();
    new MutationObserver(() => {
      if (said() === before) return;
      before = !before;
      // Drawn with the next frame.
      requestAnimationFrame(() => at.push(performance.timeOrigin + performance.now()));
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });

const noted = (page: Page): Promise<number[]> => page.evaluate(() => (globalThis as unknown as Noting).noted);

async function askOften(times: number): Promise<number[]> {
  const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } };
  const took: number[] = [];
  for (let n = 0; n < times; n++) {
    const startedMs = performance.now();
    await chrome.runtime.sendMessage({ kind: 'stop_pairing' });
    took.push(performance.now() - startedMs);
  }
  return took;
}
