import { marketViewId } from '@taffrail/domain/riskgraph';
import type { Page } from 'playwright-core';
import type { Figure } from '../../sync-server/bench/figure.ts';
import { giveBook, newId, onStage, tell } from '../browser/harness/index.ts';
import { share } from './share.ts';

const MOVES = 300;
const FRAME_MS = 1000 / 60;

/** From a move of a slider until the frame with the new picture is drawn, on a desk, with four legs: all three sliders in turn. */
export const sliderToPicture = (): Promise<Figure[]> =>
  onStage(async ({ server, device }) => {
    const { page, origin } = await device();
    await giveBook(page, origin, 'the server');
    const market = { follows: 'spot', spot: '100', volatility: '0.2', rate: '0.04', dividend_yield: '0.01', skew: null };
    for (const [symbol, exercise] of [
      ['SPX', 'european'],
      ['ACME', 'american'],
    ] as const) {
      await tell(
        server,
        { type: 'SetMarketView', aggregate_id: marketViewId(symbol), payload: { underlying: symbol, ...market } },
        { type: 'AddStrategy', aggregate_id: newId(), payload: { symbol, underlying: symbol, debit: '-1.5', legs: condor(exercise) } },
      );
    }
    return [
      ...figuresOf('European', await drawnAfterMs(page, `${origin}/risk?of=SPX`)),
      ...figuresOf('American', await drawnAfterMs(page, `${origin}/risk?of=ACME`)),
    ];
  });

const figuresOf = (kind: string, tookMs: readonly number[]): Figure[] =>
  ([0.5, 0.95] as const).map((part) => {
    const value = share(tookMs, part);
    const name = `a slider until the picture of four ${kind} legs is drawn, p${part * 100}`;
    return { name, value, unit: 'ms', reference: 'a frame', ratio: value / FRAME_MS };
  });

function condor(exercise: 'european' | 'american') {
  const expiry = Temporal.Now.plainDateISO('America/New_York').add({ days: 36 }).toString();
  const leg = (right: 'call' | 'put', strike: string, quantity: string) => ({
    id: newId(),
    instrument_type: 'option',
    expiry,
    strike,
    right,
    exercise,
    quantity,
    multiplier: '100',
  });
  return [leg('put', '90', '1'), leg('put', '95', '-1'), leg('call', '105', '-1'), leg('call', '110', '1')];
}

async function drawnAfterMs(page: Page, address: string): Promise<number[]> {
  await page.goto(address);
  await page.getByRole('slider').nth(2).waitFor();
  return page.evaluate(moveSliders, MOVES);
}

/** Begins where a frame does. The script, the layout and the painting of that frame are over when a message that was posted in it arrives. */
async function moveSliders(moves: number): Promise<number[]> {
  const sliders = [...document.querySelectorAll<HTMLInputElement>('main input[type="range"]')];
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  const channel = new MessageChannel();
  const moveOnce = (slider: HTMLInputElement, to: number): Promise<number> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const startedMs = performance.now();
        channel.port1.addEventListener('message', () => resolve(performance.now() - startedMs), { once: true });
        channel.port1.start();
        set?.call(slider, String(to));
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        channel.port2.postMessage(null);
      });
    });
  const tookMs: number[] = [];
  for (let move = 0; move < moves; move++) {
    const slider = sliders[move % sliders.length];
    if (slider) tookMs.push(await moveOnce(slider, Math.round((Number(slider.max) * (1 + ((move * 7) % 50))) / 51)));
  }
  return tookMs;
}
