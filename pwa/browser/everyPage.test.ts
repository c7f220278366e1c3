import { describe, expect, test } from 'vitest';
import { paths } from '../src/routes/paths.ts';
import type { Page } from 'playwright-core';
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
        for (const overflow of await overflowsOn(page)) found.push(`${address}: ${overflow}`);
      }
      expect(found).toEqual([]);
    }));
});

/** Pages that show more once there is something to show: each with what leads to it, and what is there when it has come. */
const filled: readonly (readonly [address: string, opens: string | undefined, shows: string])[] = [
  ['/', undefined, 'Open positions'],
  ['/positions', undefined, 'Select CAPS'],
  ['/positions?group=grade&sort=-grade', undefined, 'Grade A'],
  ['/positions?breach=any', 'LARK', 'Over risk cap'],
  ['/positions?status=open', 'ARBR', 'Move stop'],
  ['/positions/new', undefined, 'The trade in one line'],
  ['/calendar', undefined, 'Net P&L'],
  ['/breaches', undefined, 'Day loss'],
  ['/phases', undefined, 'Trading days'],
  ['/playbooks', undefined, 'Breakout'],
  ['/waiting', undefined, 'Saved on this device'],
];

test.each([
  { screen: 'phone', theme: 'dark' },
  { screen: 'desktop', theme: 'light' },
] as const)('nor does one that is full of trades, on a $screen in the $theme', (on) =>
  onStage(async ({ device }) => {
    const { page, origin } = await device(on);
    await page.goto(`${origin}/sample`);
    await page.getByRole('list', { name: 'Open positions' }).waitFor();
    const found: string[] = [];
    for (const [address, opens, shows] of filled) {
      await page.goto(origin + address);
      await theApp(page);
      if (opens !== undefined) await page.getByRole('link', { name: opens }).first().click();
      await page.getByText(shows).or(page.getByLabel(shows)).filter({ visible: true }).first().waitFor();
      for (const barrier of await barriersOn(page)) found.push(`${address}: ${barrier}`);
      for (const overflow of await overflowsOn(page)) found.push(`${address}: ${overflow}`);
    }
    expect(found).toEqual([]);
  }),
);

/** As it is, written from right to left, and with letters twice as large on a screen that stays as it is. */
async function overflowsOn(page: Page): Promise<string[]> {
  const size = page.viewportSize() ?? { width: 0, height: 0 };
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const found: string[] = [];
  const note = async (how: string) => {
    const by = await overflow();
    if (by > 0) found.push(`${by} px wider than the screen ${how}`);
  };
  await note('as it is');
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  await note('from right to left');
  await page.evaluate(() => document.documentElement.removeAttribute('dir'));
  // What is reflowed to by a zoom of 200 % on a desk, and the least that anybody promises on a phone.
  await page.setViewportSize({ width: Math.max(320, size.width / 2), height: size.height });
  await note('enlarged');
  await page.setViewportSize(size);
  return found;
}
