import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { atTheList, choosesFrom, dialogOn, isClosed, onStage, opens, types, undoes, type DeviceOptions } from './harness/index.ts';

/** What these lines wrote down is in the book, and the last of it on the screen. */
const atPosition = (lines: readonly string[], play: (page: Page) => Promise<void>, screen: DeviceOptions['screen'] = 'desktop') =>
  onStage(async ({ device }) => {
    const opened = await device({ screen });
    await atTheList(opened);
    for (const line of lines) await types(opened.page, line);
    await opened.page
      .locator('[data-open]')
      .nth(lines.length - 1)
      .waitFor();
    await opened.page.locator('[data-open]').first().click();
    await opened.page.getByText('Plan and facts').waitFor();
    await play(opened.page);
  });

test('an option that did not end yet is not let expire; assigned, its stock is held', () =>
  atPosition(['-1 SPX 15FEB30 100P 12.50'], async (page) => {
    await choosesFrom(page, /^More to do with SPX/, 'It expired or was settled');
    await dialogOn(page).getByRole('button', { name: 'Record' }).click();
    await dialogOn(page).getByLabel('When: day').and(page.locator('[aria-invalid]')).waitFor();
    await dialogOn(page).getByLabel('How it ended').selectOption('Assigned');
    await dialogOn(page).getByLabel('Fees').fill('5');
    await dialogOn(page).getByRole('button', { name: 'Record' }).click();
    await isClosed(page);
    await page.getByText('100 held at 100.00 on average').waitFor();
    await page.getByText('Delivered', { exact: true }).first().waitFor();
    await page.getByText('Assigned', { exact: true }).first().waitFor();
    await page.getByText('fees 5.00').first().waitFor();
  }));

test('what moves elsewhere leaves at its cost, and what comes from elsewhere brings its own', () =>
  atPosition(['+100 AAPL 20'], async (page) => {
    await choosesFrom(page, /^More to do with AAPL/, 'Moved out to elsewhere');
    await dialogOn(page).getByLabel('Quantity').fill('40');
    await page.keyboard.press('Enter');
    await page.getByText('60 held at 20.00 on average').waitFor();
    await choosesFrom(page, /^More to do with AAPL/, 'Moved in from elsewhere');
    await dialogOn(page).getByLabel('Quantity').fill('60');
    await dialogOn(page).getByLabel('What one unit cost').fill('30');
    await page.keyboard.press('Enter');
    await page.getByText('120 held at 25.00 on average').waitFor();
  }));

test('an order is placed from a position, cancelled, taken back, and filled', () =>
  atPosition(['+100 AAPL 20'], async (page) => {
    await choosesFrom(page, /^More to do with this position/, 'Place an order');
    await dialogOn(page).getByLabel('Limit').fill('25');
    await page.keyboard.press('Enter');
    const order = page.getByRole('listitem').filter({ hasText: 'Sell 100 AAPL' });
    await order.getByText('limit 25.00').waitFor();
    await choosesFrom(page, /^More about the order/, 'Cancel the order');
    await order.waitFor({ state: 'detached' });
    await undoes(page);
    await order.getByRole('button', { name: 'Filled' }).click();
    expect(await dialogOn(page).getByLabel('Price').inputValue()).toBe('25');
    await dialogOn(page).getByLabel('Fees').fill('1');
    await page.keyboard.press('Enter');
    await isClosed(page);
    await page.getByText('+$499.00').first().waitFor();
    expect(await page.getByRole('row', { name: /^Exit/ }).innerText()).toContain('25.00');
  }));

test('a structure is split in two, and made one again', () =>
  atPosition(['+1 SPX 15FEB30 6100/6150C 12.50/7.25'], async (page) => {
    await choosesFrom(page, /^More to do with this position/, 'Split into two positions');
    await dialogOn(page).getByRole('checkbox').last().check();
    await page.keyboard.press('Enter');
    await page.getByText('Single option', { exact: true }).waitFor();
    await undoes(page);
    await page.getByText('Vertical', { exact: true }).waitFor();
  }));

test('two positions that were one trade become one, and the other says where it went', () =>
  atPosition(['+100 AAPL 20', '+50 AAPL 23'], async (page) => {
    const into = page.url();
    await choosesFrom(page, /^More to do with this position/, 'Merge with another position');
    await dialogOn(page).getByLabel('The one that comes in here').selectOption({ index: 1 });
    await dialogOn(page).getByRole('button', { name: 'Merge' }).click();
    await page.getByText('150 held at 21.00 on average').waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'A symbol, or something to do' }).fill('aapl');
    expect(await page.getByRole('option', { name: /^AAPL/ }).count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'AAPL' }).waitFor();
    expect(page.url()).toBe(into);
  }));

test('a trade that was written down by mistake is taken back', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    const { page } = desk;
    await atTheList(desk);
    await types(page, '+100 AAPL 20 f 1');
    await page.getByRole('row', { name: /AAPL.*Open.*fees 1.00/ }).waitFor();
    await undoes(page);
    await page.getByRole('row', { name: /AAPL.*Given up/ }).waitFor();
    await opens(page, /^AAPL/);
    await page.getByText('Plan given up').waitFor();
    await page.getByText('Voided', { exact: true }).first().waitFor();
  }));

test('on a phone a position is closed from under the thumb', () =>
  atPosition(
    ['+100 AAPL 20'],
    async (page) => {
      const close = page.getByRole('button', { name: 'Close', exact: true }).first();
      const { y = 0 } = (await close.boundingBox()) ?? {};
      expect(y).toBeGreaterThan(844 * 0.75);
      await close.click();
      await dialogOn(page).getByLabel('Price').fill('21');
      await page.keyboard.press('Enter');
      await isClosed(page);
      await page.getByText('+$100.00').first().waitFor();
    },
    'phone',
  ));
