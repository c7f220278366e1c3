import { describe, expect, test } from 'vitest';
import { paths } from '../src/routes/paths.ts';
import { barriersOn, giveBook, onStage, theApp } from './harness/index.ts';

/** What stands in an address in place of what is a place's own. */
const samples: { readonly [param: string]: string } = {
  id: '0194d7c0-0000-7000-8000-00000000000b',
  day: '2026-11-20',
  week: '2026-W47',
};

const addresses = Object.values(paths).map((path) => path.replaceAll(/:(\w+)/g, (_, name: string) => samples[name] ?? ''));

/** The page of all parts shows each of them twice, once in each theme. */
const isMeant = (address: string, barrier: string): boolean => address === paths.parts && barrier.startsWith('landmark-unique');

describe.each([
  { screen: 'phone', theme: 'light' },
  { screen: 'phone', theme: 'dark' },
  { screen: 'desktop', theme: 'light' },
  { screen: 'desktop', theme: 'dark' },
] as const)('on a $screen in the $theme', ({ screen, theme }) => {
  test('no page keeps anybody out, and none is wider than the screen', () =>
    onStage(async ({ device }) => {
      const { page, origin } = await device({ screen, theme });
      await giveBook(page, origin, 'the server');
      const found: string[] = [];
      for (const address of addresses) {
        await page.goto(origin + address);
        await theApp(page);
        await page.locator('h1').first().waitFor();
        for (const barrier of await barriersOn(page)) if (!isMeant(address, barrier)) found.push(`${address}: ${barrier}`);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (overflow > 0) found.push(`${address}: ${overflow} px wider than the screen`);
      }
      expect(found).toEqual([]);
    }));
});
