import type { CDPSession, Page } from 'playwright-core';
import { share } from '../../pwa/bench/share.ts';
import type { Figure } from '../../sync-server/bench/figure.ts';
import { atTheDesk } from '../browser/harness/desk.ts';
import { beginsHere } from '../browser/harness/ground.ts';
import { sample } from '../browser/pages/sample.ts';

const KEYS = 200;
const BETWEEN_KEYS_MS = 40;
const ROUNDS = 3;

interface Felt {
  /** From each key until what it wrote was drawn. */
  readonly keysMs: readonly number[];
  /** How much of the time the page's thread was at work. */
  readonly busy: number;
}

/** What somebody who types into a page with 1,000 changes a second feels of its ticket being read: with a panel and without, by turns. */
export async function busyPage(): Promise<Figure[]> {
  const { without, beside } = await atTheDesk(async (desk) => {
    const panel = await desk.openPanel();
    await beginsHere(panel);
    await desk.keeps({ adapters: [sample] });
    await panel.close();
    const page = await desk.openBroker('pages/busy.html', 'https://broker.example.com/trade?changes=1000');
    const tools = await desk.device.context.newCDPSession(page);
    await tools.send('Performance.enable');
    const felt: { without: Felt[]; beside: Felt[] } = { without: [], beside: [] };
    for (let round = 0; round < ROUNDS; round++) {
      felt.without.push(await feels(page, tools));
      const reading = await desk.openPanel();
      await reading.getByText('Ticket of Sample').waitFor();
      await page.bringToFront();
      felt.beside.push(await feels(page, tools));
      await reading.close();
    }
    return felt;
  });
  const keysMs = (felt: readonly Felt[]) =>
    share(
      felt.flatMap((each) => each.keysMs),
      0.95,
    );
  const busy = (felt: readonly Felt[]) => (100 * felt.reduce((sum, each) => sum + each.busy, 0)) / felt.length;
  const reference = 'the same page without a panel';
  return [
    {
      name: 'a key on a page of 1,000 changes a second that is read, p95',
      value: keysMs(beside),
      unit: 'ms',
      reference,
      ratio: keysMs(beside) / keysMs(without),
    },
    {
      name: 'its thread at work while it is read',
      value: busy(beside),
      unit: '%',
      reference,
      ratio: busy(beside) / busy(without),
    },
  ];
}

async function feels(page: Page, tools: CDPSession): Promise<Felt> {
  await page.locator('#shares').fill('');
  await page.evaluate(() => {
    const took: number[] = [];
    Object.assign(globalThis, { took });
    document.querySelector('#shares')?.addEventListener('keydown', ({ timeStamp }) => {
      requestAnimationFrame(() => setTimeout(() => took.push(performance.now() - timeStamp)));
    });
  });
  const [startedMs, before] = [performance.now(), await taskSeconds(tools)];
  for (let n = 0; n < KEYS; n++) {
    await page.keyboard.press(n % 10 === 9 ? 'Backspace' : '1');
    await page.waitForTimeout(BETWEEN_KEYS_MS);
  }
  const busy = ((await taskSeconds(tools)) - before) / ((performance.now() - startedMs) / 1000);
  const keysMs = await page.evaluate(() => (globalThis as unknown as { took: number[] }).took.slice());
  await page.evaluate(() => {
    const field = document.querySelector('#shares');
    field?.replaceWith(field.cloneNode());
  });
  return { keysMs, busy };
}

async function taskSeconds(tools: CDPSession): Promise<number> {
  const { metrics } = await tools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}
