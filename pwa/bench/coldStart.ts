import type { Page } from 'playwright-core';
import type { Figure } from '../../sync-server/bench/figure.ts';
import { fillBook, giveBook, onStage, readyOffline, type Device } from '../browser/harness/index.ts';
import { share } from './share.ts';

const POSITIONS = 10_000;
const STARTS = 5;
const FILTERS = 20;

/** The list of a whole trading life: a browser started anew with the server dead, and then a filter; beside a page of the app without a list. */
export const coldStart = (): Promise<Figure[]> =>
  onStage(async ({ server, device }) => {
    await fillBook(server, POSITIONS);
    const desk = await device({ hasDisk: true });
    await giveBook(desk.page, desk.origin, 'the server');
    await desk.page.goto(`${desk.origin}/positions`);
    await desk.page.locator(`[aria-rowcount="${POSITIONS + 1}"]`).waitFor({ timeout: 120_000 });
    await readyOffline(desk.page);
    await server.kill();
    const list = await startedAfterMs(desk, '/positions', '[data-row] a');
    const plain = await startedAfterMs(desk, '/more', 'h1');
    const filter = await filteredAfterMs(desk.page, `${desk.origin}/positions`);
    return [
      {
        name: 'a cold start offline until 10,000 positions are listed',
        value: list,
        unit: 'ms',
        reference: 'a page without a list',
        ratio: list / plain,
      },
      { name: 'filtering 10,000 positions', value: filter, unit: 'ms', reference: 'a frame', ratio: filter / FRAME_MS },
    ];
  });

const FRAME_MS = 1000 / 60;

/** From the beginning of the navigation, in a browser process of its own, until the frame is drawn in which it is there. */
async function startedAfterMs(desk: Device, path: string, expected: string): Promise<number> {
  const tookMs: number[] = [];
  for (let start = 0; start < STARTS; start++) {
    await desk.crashAndRestart();
    await desk.page.goto(desk.origin + path, { waitUntil: 'commit' });
    tookMs.push(await desk.page.evaluate(drawnAfterMs, expected));
  }
  return share(tookMs, 0.5);
}

function drawnAfterMs(expected: string): Promise<number> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (document.querySelector(expected)) requestAnimationFrame(() => resolve(performance.now()));
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** From a change of the filter until the frame with what is left is drawn. */
async function filteredAfterMs(page: Page, address: string): Promise<number> {
  await page.goto(address);
  await page.locator('[data-row] a').first().waitFor();
  const tookMs: number[] = [];
  for (let n = 0; n < FILTERS; n++) {
    tookMs.push(await page.evaluate(filterOnce, n % 2 === 0 ? 'AB' : 'ABC'));
  }
  return share(tookMs, 0.95);
}

function filterOnce(words: string): Promise<number> {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]');
  if (!field) throw new Error('there is no field to search the list with');
  const rowCount = (): string | null => document.querySelector('[aria-rowcount]')?.getAttribute('aria-rowcount') ?? null;
  const before = rowCount();
  return new Promise((resolve) => {
    const startedMs = performance.now();
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    const look = (): void => {
      if (rowCount() === before) requestAnimationFrame(look);
      else requestAnimationFrame(() => resolve(performance.now() - startedMs));
    };
    look();
  });
}
