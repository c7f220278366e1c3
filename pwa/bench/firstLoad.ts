import type { Figure } from '../../sync-server/bench/figure.ts';
import { onStage } from '../browser/harness/index.ts';
import { buildIfStale } from '../build/buildIfStale.ts';
import { SHELL_LIMIT_KIB, shellKib, weighScripts } from '../build/weights.ts';
import { share } from './share.ts';

const VISITS = 7;

/** What a browser that has nothing yet fetches, and how long until it shows something; beside a page that is a few lines of text. */
export async function firstLoad(): Promise<Figure[]> {
  await buildIfStale();
  const kib = shellKib(weighScripts());
  const app = await paintedAfterMs('/more');
  const text = await paintedAfterMs('/reset.html');
  return [
    { name: 'scripts of the first load', value: kib, unit: 'KiB', reference: 'their limit', ratio: kib / SHELL_LIMIT_KIB },
    { name: 'a first visit until the app is painted', value: app, unit: 'ms', reference: 'a page of text', ratio: app / text },
  ];
}

async function paintedAfterMs(path: string): Promise<number> {
  const tookMs: number[] = [];
  for (let visit = 0; visit < VISITS; visit++) {
    tookMs.push(
      await onStage(async ({ device }) => {
        const { page, origin } = await device();
        await page.goto(origin + path);
        await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
        return page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN);
      }),
    );
  }
  return share(tookMs, 0.5);
}
