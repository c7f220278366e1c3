import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openClient, readEvents } from '../../sync-server/faults/client.ts';
import {
  atTheList,
  choosesFrom,
  dialogOn,
  fillBook,
  giveBook,
  isClosed,
  lineOn,
  linkOn,
  newId,
  onStage,
  opens,
  tell,
  theApp,
  types,
  undoes,
} from './harness/index.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first();

/** A person types four keys a second, slowly; a trade has to fit into fifteen. */
const KEYS_IN_FIFTEEN_SECONDS = 60;

describe('a trade is written down by keys alone', () => {
  test.each([
    ['stock', '+100 AAPL 187.20 s 184 t 195', /^AAPL/, 'Initial risk$320.00'],
    ['future', '-2 MESZ26 18DEC26 6010.25 s 6025', /^MESZ26/, 'Initial risk$147.50'],
    ['option', '-1 SPX 15FEB30 6100P 12.50', /^SPX/, 'Max profit at expiry$1,250.00'],
    ['several legs', '+1 SPX 15FEB30 6100/6150C 12.50/7.25', /^SPX/, 'Max loss at expiry$525.00'],
  ])('%s', (_, line, name, figure) =>
    onStage(async ({ device }) => {
      const desk = await device();
      await atTheList(desk);
      expect(await types(desk.page, line)).toBeLessThanOrEqual(KEYS_IN_FIFTEEN_SECONDS);
      await linkOn(desk.page, name).waitFor();
      await desk.page.keyboard.press('j');
      await desk.page.locator('[data-open]:focus').waitFor();
      await desk.page.keyboard.press('Enter');
      await desk.page.getByRole('heading', { level: 1, name }).waitFor();
      expect(
        await desk.page
          .locator('main dl')
          .first()
          .innerText()
          .then((text) => text.replaceAll('\n', '')),
      ).toContain(figure);
    }),
  );

  test('what is half written is there again, and what is missing is said beside its field', () =>
    onStage(async ({ device }) => {
      const { page, ...desk } = await device();
      await atTheList({ page, ...desk });
      await page.keyboard.press('n');
      await lineOn(page).waitFor();
      await page.keyboard.type('+1 SPX 6100C 12.50');
      await page.keyboard.press('Enter');
      expect(await page.getByLabel('Expiry').getAttribute('aria-invalid')).toBe('true');
      await page.keyboard.press('Escape');
      await isClosed(page);
      await page.reload();
      await theApp(page);
      await page.locator('h1').waitFor();
      await page.keyboard.press('n');
      expect(await lineOn(page).inputValue()).toBe('+1 SPX 6100C 12.50');
    }));
});

test('a form that is left in a hurry leads one page back, not two', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    const { page } = desk;
    await atTheList(desk);
    await page.keyboard.press('n');
    await lineOn(page).waitFor();
    // As a browser does when it is busy: it hands on every Escape before it has gone back.
    await dialogOn(page).evaluate((dialog) => {
      for (const _ of [1, 2]) dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
    });
    await isClosed(page);
    await page.getByText('No positions yet').waitFor();
    expect(new URL(page.url()).pathname).toBe('/positions');
    await page.keyboard.press('n');
    await lineOn(page).waitFor();
    await page.keyboard.press('Escape');
    await isClosed(page);
  }));

test('a fill is recorded, corrected with a reason and voided, and each can be taken back', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    const { page } = desk;
    await atTheList(desk);
    await types(page, '+100 AAPL 187.20 s 184');
    await opens(page, /^AAPL/);

    await button(page, 'Add fill').click();
    await dialogOn(page).locator('input:focus').waitFor();
    await page.keyboard.type('19340');
    await page.keyboard.press('Enter');
    await dialogOn(page).getByText('Far from the last price, 187.20.').waitFor();
    await dialogOn(page).getByLabel('Price').fill('193.40');
    await page.keyboard.press('Enter');
    await page.getByText('+$620.00').waitFor();

    await choosesFrom(page, /^More to do with the fill/, 'Correct this fill');
    await dialogOn(page).getByLabel('Price').fill('187.40');
    await dialogOn(page).getByLabel('Why').fill('Typed the wrong price');
    await page.keyboard.press('Enter');
    await page.getByText('+$600.00').first().waitFor();
    await page.getByText('Because: Typed the wrong price').waitFor();
    await undoes(page);
    await page.getByText('+$620.00').first().waitFor();

    await choosesFrom(page, /^More to do with the fill/, 'Correct this fill');
    await dialogOn(page).getByText('Sell', { exact: true }).click();
    await dialogOn(page).getByLabel('Why').fill('It was sold');
    await page.keyboard.press('Enter');
    await page.getByText('−200 held').waitFor();
    await undoes(page);
    await page.getByText('+$620.00').first().waitFor();

    await choosesFrom(page, /^More to do with the fill/, 'It never happened');
    await dialogOn(page).getByLabel('Why').fill('Another account');
    await page.keyboard.press('Enter');
    await page.getByText('Voided', { exact: true }).first().waitFor();
    await page.getByText('−100 held').waitFor();
  }));

test('many are tagged at once, and all of it is taken back', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    const { page } = desk;
    await atTheList(desk);
    for (const line of ['+1 AAPL 10', '+1 MSFT 20', '+1 AMD 30']) await types(page, line);
    await page.getByLabel('Select AAPL').check();
    await page.getByLabel('Select MSFT').check();
    await button(page, 'Add tags').click();
    await dialogOn(page).getByRole('combobox', { name: 'Tags' }).fill('breakout');
    await page.keyboard.press('Enter');
    await dialogOn(page).getByRole('button', { name: 'Add tags' }).click();
    await isClosed(page);
    await page.getByRole('row', { name: /AAPL.*breakout/ }).waitFor();
    expect(await page.getByRole('row', { name: /breakout/ }).count()).toBe(2);
    await undoes(page);
    await expect.poll(() => page.getByRole('row', { name: /breakout/ }).count()).toBe(0);
  }));

test('two trades in one symbol are told apart by their contracts, and found by them', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    const { page } = desk;
    await atTheList(desk);
    for (const line of ['+1 SPX 15FEB30 6100/6150C 12.50/7.25', '-1 SPX 18JAN30 6000P 9']) await types(page, line);
    const spread = page.getByRole('row', { name: /Vertical 6,100\/6,150 call, Feb 15, 2030/ });
    await spread.waitFor();
    await page.getByRole('row', { name: /Single option 6,000 put, Jan 18, 2030/ }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('6150');
    await page.getByText('1 of 2 positions').waitFor();
    await spread.waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('spx');
    await page.getByRole('option', { name: /6,000 put, Jan 18, 2030/ }).waitFor();
  }));

test('the focus stays with its trade where another one comes in above', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    const { page } = desk;
    await atTheList(desk);
    for (const line of ['+1 AAPL 10', '+1 MSFT 20', '+1 AMD 30']) await types(page, line);
    await linkOn(page, /AAPL/).waitFor();
    for (const _ of [1, 2]) await page.keyboard.press('j');
    await page.locator('[data-open]:focus', { hasText: 'MSFT' }).waitFor();
    const tab = await desk.openTab('/positions');
    await linkOn(tab, /MSFT/).waitFor();
    await types(tab, '+1 NVDA 40');
    await linkOn(page, /NVDA/).waitFor();
    await page.locator('[data-open]:focus', { hasText: 'MSFT' }).waitFor();
    await page.keyboard.press('j');
    await page.locator('[data-open]:focus', { hasText: 'AAPL' }).waitFor();
  }));

test('the list is filtered, grouped and kept as a view', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    const { page } = desk;
    await atTheList(desk);
    for (const line of ['+1 AAPL 10 #gap', '+1 MSFT 20 #gap', '+1 AMD 30']) await types(page, line);
    await page.keyboard.press('/');
    await page.keyboard.type('gap');
    await page.getByText('2 of 3 positions').waitFor();
    await page.getByLabel('Group').selectOption({ label: 'By symbol' });
    await button(page, 'Saved views').click();
    await page.getByRole('menuitem', { name: 'Keep this view' }).click();
    await dialogOn(page).getByLabel('Name').fill('Gaps');
    await page.keyboard.press('Enter');
    await isClosed(page);

    await page.goto(`${desk.origin}/positions`);
    await page.getByText('3 positions').waitFor();
    await button(page, 'Saved views').click();
    await page.getByRole('menuitem', { name: 'Gaps' }).click();
    await page.getByText('2 of 3 positions').waitFor();
    expect(new URL(page.url()).searchParams.get('group')).toBe('symbol');
  }));

test('what was typed into the filter is there again, however soon one went on from it', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    const { page } = desk;
    await atTheList(desk);
    for (const line of ['+1 AAPL 10', '+1 MSFT 20']) await types(page, line);
    const field = page.locator('main input[type=search]');
    await field.evaluate((element: HTMLInputElement) => {
      element.value = 'aap';
      element.dispatchEvent(new Event('input', { bubbles: true }));
      document.querySelector<HTMLElement>('[data-row] a')?.click();
    });
    await page.getByRole('heading', { level: 1, name: /AAPL|MSFT/ }).waitFor();
    await page.goBack();
    await page.getByText('1 of 2 positions').waitFor();
    expect(await field.inputValue()).toBe('aap');
    await page.reload();
    await page.getByText('1 of 2 positions').waitFor();
  }));

test('what two tabs and a second device wrote in a tunnel is on all of them when they are out of it, once', () =>
  onStage(async ({ server, device }) => {
    const phone = await device({ screen: 'phone' });
    await atTheList(phone, 'the server');
    const beside = await phone.openTab('/positions');
    await beside.getByText('No positions yet').waitFor();
    const desk = await device();
    await giveBook(desk.page, desk.origin, 'the server');
    await desk.page.goto(`${desk.origin}/positions`);
    await desk.page.getByText('No positions yet').waitFor();

    await Promise.all([phone.goOffline(), desk.goOffline()]);
    await types(desk.page, '+200 MSFT 400');
    await types(beside, '+300 NVDA 120');
    await phone.page.bringToFront();
    await linkOn(phone.page, /^NVDA/).waitFor();
    await types(phone.page, '+100 AAPL 187.20');
    await Promise.all([phone.goOnline(), desk.goOnline()]);

    for (const page of [phone.page, beside, desk.page]) {
      for (const name of [/^AAPL/, /^NVDA/, /^MSFT/]) await linkOn(page, name).waitFor();
      await page.getByText('3 positions').first().waitFor();
    }
    const client = openClient(server);
    const created = (await readEvents(client, 0)).filter(({ type }) => type === 'PositionCreated');
    client.close();
    expect(created).toHaveLength(3);
  }));

test('a desk has room for what a trade is called, what it came to and how it is tagged', () =>
  onStage(async ({ server, device }) => {
    const [account_id, long, short] = [newId(), newId(), newId()];
    const leg = { instrument_type: 'option', expiry: '2030-02-15', right: 'call', multiplier: '100' };
    const fill = (leg_id: string, quantity: string, price: string, occurred_at: string) => ({
      fill_id: newId(),
      leg_id,
      quantity,
      price,
      fees: '0.65',
      occurred_at,
    });
    const payload = {
      account_id,
      symbol: 'SPXW',
      tags: ['opening range', 'late in the day'],
      legs: [
        { id: long, strike: '6100', quantity: '10', ...leg },
        { id: short, strike: '6150', quantity: '-10', ...leg },
      ],
      fills: [
        fill(long, '10', '12.50', '2026-10-28T15:00:00Z'),
        fill(short, '-10', '7.25', '2026-10-28T15:00:00Z'),
        fill(long, '-10', '2.50', '2026-11-10T15:00:00Z'),
        fill(short, '10', '14.75', '2026-11-10T15:00:00Z'),
      ],
    };
    const account = { name: 'Main', broker: 'Paper', currency: 'USD', zone: 'America/New_York' };
    await tell(
      server,
      { type: 'OpenAccount', aggregate_id: account_id, payload: account },
      { type: 'CreatePosition', aggregate_id: newId(), payload, occurred_at: '2026-10-28T15:00:00Z' },
    );
    const { page, origin } = await device();
    await giveBook(page, origin, 'the server');
    await page.goto(`${origin}/positions`);
    await page.getByText('6,100/6,150 call, Feb 15, 2030', { exact: true }).waitFor();
    expect(await page.locator('[data-row] *').evaluateAll(cutShort)).toEqual([]);
    expect(await page.locator('[data-row] > *').evaluateAll(higherThanTheirRow)).toEqual([]);
  }));

const cutShort = (parts: readonly Element[]): readonly (string | null)[] =>
  parts
    .filter((part) => getComputedStyle(part).textOverflow === 'ellipsis' && part.scrollWidth > part.clientWidth)
    .map(({ textContent }) => textContent);

const higherThanTheirRow = (cells: readonly Element[]): readonly (string | null)[] =>
  cells
    .filter((cell) => cell.getBoundingClientRect().height > (cell.parentElement?.getBoundingClientRect().height ?? 0))
    .map(({ textContent }) => textContent);

test('ten thousand positions are scrolled and filtered', () =>
  onStage(async ({ server, device }) => {
    await fillBook(server, 10_000);
    const desk = await device();
    await giveBook(desk.page, desk.origin, 'the server');
    await desk.page.goto(`${desk.origin}/positions`);
    await desk.page.getByText('10,000 positions').waitFor();
    expect(await desk.page.getByRole('row').count()).toBeLessThan(100);
    await desk.page.locator('[data-scroll="positions"]').evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await desk.page.locator('[aria-rowindex="10001"]').waitFor();
    await desk.page.getByRole('combobox', { name: 'Status' }).selectOption('open');
    await desk.page.getByText('25 of 10,000 positions').waitFor();
  }));

test('the page that makes room stays as it is until the next one is there', () =>
  onStage(async ({ device }) => {
    const { page, origin } = await device();
    await giveBook(page, origin, 'this device');
    await page.goto(`${origin}/positions/new`);
    await dialogOn(page).getByLabel('Name').waitFor();
    await page.evaluate(() => {
      const seen = new Set(document.querySelectorAll('h1'));
      new MutationObserver(() => {
        for (const heading of document.querySelectorAll('h1')) seen.add(heading);
        document.documentElement.dataset['pages'] = String(seen.size);
      }).observe(document.body, { childList: true, subtree: true });
    });
    await page.keyboard.press('Escape');
    await isClosed(page);
    await page.getByText('No positions yet').waitFor();
    expect(await page.locator('html').getAttribute('data-pages')).toBe('2');
  }));
