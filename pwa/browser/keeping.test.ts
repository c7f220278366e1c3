import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { atTheList, dialogOn, isClosed, onStage, opens, standing, types } from './harness/index.ts';

/** In at the one price and out at the other. */
async function loses(page: Page, origin: string, symbol: string, price: string): Promise<void> {
  await types(page, `+1 ${symbol} 20`);
  await page.goto(`${origin}/positions`);
  await opens(page, new RegExp(`^${symbol}`));
  await page.getByRole('button', { name: 'Close' }).first().click();
  const field = dialogOn(page).getByRole('textbox').first();
  await field.fill(price);
  await field.press('Enter');
  await isClosed(page);
}

const breach = (page: Page) => page.getByText('2 losses in a row').first();

const breachesOnServer = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const answer = await fetch('/api/breaches', { headers: { accept: 'application/json' } });
    return ((await answer.json()) as { breaches: { rule_key: string }[] }).breaches.map(({ rule_key }) => rule_key);
  });

test('a book of one device keeps its own record, and comes to a server that keeps it from there on, with nothing to decide', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    const { page, origin } = desk;
    await atTheList(desk, 'this device');
    await page.goto(`${origin}/settings/rules`);
    await page.getByLabel('Losses in a day').fill('1');
    await page.getByRole('button', { name: 'Save the rules' }).click();
    await page.getByText('These rules count from today on.').waitFor();
    await loses(page, origin, 'F', '19');
    await loses(page, origin, 'KO', '18');
    await page.goto(`${origin}/breaches`);
    await breach(page).waitFor();

    await page.goto(`${origin}/settings/books`);
    await page.getByRole('button', { name: 'What to do with Book' }).click();
    await page.getByRole('menuitem', { name: 'Bring to the server' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Bring it there' }).click();
    await standing(page).filter({ hasText: 'On the server' }).waitFor();
    await expect.poll(() => breachesOnServer(page)).toEqual(['loss_streak_day']);
    await page.goto(`${origin}/breaches`);
    await breach(page).waitFor();
    await page.goto(`${origin}/waiting`);
    await page.getByText('Everything is on the server').waitFor();
    expect(await page.getByRole('heading', { name: 'For you to decide' }).count()).toBe(0);
  }));
