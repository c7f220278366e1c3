import type { Page } from 'playwright-core';
import type { Figure } from '../../sync-server/bench/figure.ts';
import { giveBook, onStage } from '../browser/harness/index.ts';
import { share } from './share.ts';

const TAPS = 100;
/** A quick typist. */
const BETWEEN_TAPS_MS = 150;

/** From a key on one device until what it wrote is on the screen of another, on the same machine, each in a browser of its own. */
export async function tapToScreen(): Promise<Figure[]> {
  const { delaysMs, answersMs } = await onStage(async ({ device }) => {
    const [writing, reading] = [await device(), await device()];
    for (const { page, origin } of [writing, reading]) {
      await giveBook(page, origin, 'the server');
      await page.goto(`${origin}/day/2026-11-20`);
      await page.locator('.ProseMirror').click();
    }
    for (const { page } of [writing, reading]) await page.getByText('Also here').waitFor();
    await noteArrivals(reading.page);
    await noteTaps(writing.page);
    for (let n = 0; n < TAPS; n++) {
      await writing.page.keyboard.press('x');
      await writing.page.waitForTimeout(BETWEEN_TAPS_MS);
    }
    await reading.page.waitForFunction((taps) => (globalThis as unknown as Noting).noted.length === taps, TAPS);
    const [tappedAt, arrivedAt] = [await noted(writing.page), await noted(reading.page)];
    return {
      delaysMs: tappedAt.map((at, n) => (arrivedAt[n] ?? Number.NaN) - at),
      answersMs: await reading.page.evaluate(askOften, TAPS),
    };
  });
  const [p95, answer] = [share(delaysMs, 0.95), share(answersMs, 0.95)];
  return [
    {
      name: "a key until it is on another device's screen, p95",
      value: p95,
      unit: 'ms',
      reference: 'a request and its answer, p95',
      ratio: p95 / answer,
    },
  ];
}

interface Noting {
  readonly noted: number[];
}

/** Both pages tell time by the machine's clock. */
const noteTaps = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const at: number[] = [];
    Object.assign(globalThis, { noted: at });
    addEventListener('keydown', () => at.push(performance.timeOrigin + performance.now()), { capture: true });
  });

const noteArrivals = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const at: number[] = [];
    Object.assign(globalThis, { noted: at });
    const place = document.querySelector('.ProseMirror');
    const written = (): number => (place?.textContent ?? '').split('x').length - 1;
    new MutationObserver(() => {
      // Drawn with the next frame.
      requestAnimationFrame(() => {
        while (at.length < written()) at.push(performance.timeOrigin + performance.now());
      });
    }).observe(place ?? document.body, { subtree: true, childList: true, characterData: true });
  });

const noted = (page: Page): Promise<number[]> => page.evaluate(() => (globalThis as unknown as Noting).noted);

async function askOften(times: number): Promise<number[]> {
  const took: number[] = [];
  for (let n = 0; n < times; n++) {
    const startedMs = performance.now();
    await fetch('/healthz');
    took.push(performance.now() - startedMs);
  }
  return took;
}
