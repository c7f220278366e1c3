import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openClient } from '../../sync-server/faults/client.ts';
import { barriersOn, giveBook, newId, onStage, tell, type Device, type StageServer, type Told } from './harness/index.ts';

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const dayOn = (page: Page, name: RegExp) => page.getByRole('grid').getByRole('link', { name });
const hasFocus = (page: Page, day: string) =>
  expect.poll(() => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['day'])).toBe(day);

const account = newId();

/** A trade of half an hour, which makes or loses so much. */
function traded(symbol: string, openedAt: string, made: number, fillId = newId()): Told {
  const legId = newId();
  const fill = (fill_id: string, price: number, quantity: string, occurred_at: string) => ({
    fill_id,
    leg_id: legId,
    price: String(price),
    quantity,
    fees: '0',
    occurred_at,
  });
  const closedAt = new Date(Date.parse(openedAt) + 1_800_000).toISOString();
  const payload = {
    account_id: account,
    symbol,
    legs: [{ id: legId, instrument_type: 'stock', quantity: '100' }],
    fills: [fill(newId(), 50, '100', openedAt), fill(fillId, 50 + made / 100, '-100', closedAt)],
  };
  return { type: 'CreatePosition', aggregate_id: newId(), payload, occurred_at: openedAt };
}

const lastExit = newId();
const lastLoss = traded('CEDR', '2025-11-10T18:00:00.000Z', -120, lastExit);

/** A Monday with four losses in a row, where three are allowed, and a Tuesday by the rules. */
async function aWeekWithABreach(server: StageServer): Promise<void> {
  const payload = { name: 'Main', broker: 'Paper', currency: 'USD', zone: 'America/New_York' };
  await tell(
    server,
    { type: 'OpenAccount', aggregate_id: account, payload, occurred_at: '2025-11-03T12:00:00.000Z' },
    traded('QORA', '2025-11-10T15:00:00.000Z', -80),
    traded('TIDE', '2025-11-10T16:00:00.000Z', -100),
    traded('VALE', '2025-11-10T17:00:00.000Z', -60),
    lastLoss,
    traded('QORA', '2025-11-11T15:00:00.000Z', 450),
  );
}

async function versionOf(server: StageServer, id: string): Promise<number> {
  const client = openClient(server);
  const { body } = await client.get(`/api/positions/${id}`);
  client.close();
  return (body as { version: number }).version;
}

async function atTheCalendar({ page, origin }: Device, address = '/calendar?month=2025-11'): Promise<void> {
  await giveBook(page, origin, 'the server');
  await page.goto(origin + address);
}

const MONDAY = /Monday, November 10, 2025: −\$360\.00, 4 trades, Losses in a row: 4 losses in a row on Nov 10; the rule allows 3\./;

test('a day that broke a rule is gone to by keys, and from it to the facts behind the breach', () =>
  onStage(async ({ server, device }) => {
    await aWeekWithABreach(server);
    const desk = await device();
    const { page } = desk;
    await atTheCalendar(desk);
    await dayOn(page, MONDAY).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('link', { name: /^Week 46.*\+90\.00.*5 trades/ }).waitFor();

    // The first of the month is a Saturday, and the one way in.
    await dayOn(page, /November 1, 2025/).focus();
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    await hasFocus(page, '2025-11-10');
    await page.locator('[aria-hidden] >> text=4 losses in a row').waitFor();
    await page.keyboard.press('PageDown');
    await heading(page, 'December 2025').waitFor();
    await hasFocus(page, '2025-12-10');
    await page.keyboard.press('PageUp');
    await hasFocus(page, '2025-11-10');
    await page.keyboard.press('Enter');

    await heading(page, 'Monday, November 10, 2025').waitFor();
    await page.getByRole('link', { name: 'Losses in a row' }).click();
    await heading(page, 'Losses in a row').waitFor();
    const trades = page.getByRole('list', { name: 'Trades behind it' });
    await expect.poll(() => trades.getByRole('link').allInnerTexts()).toEqual(['QORA', 'TIDE', 'VALE', 'CEDR']);
    await page.getByRole('list', { name: 'On the record' }).getByText('4, where 3 is the limit').waitFor();
    expect(await barriersOn(page)).toEqual([]);
  }));

test('a fill that is corrected withdraws the breach, and the record keeps both', () =>
  onStage(async ({ server, device }) => {
    await aWeekWithABreach(server);
    const desk = await device();
    const { page } = desk;
    await atTheCalendar(desk, '/breaches');
    const row = page.getByRole('table').getByRole('link').first();
    await page.getByText('4 losses in a row on Nov 10; the rule allows 3.').waitFor();
    await tell(server, {
      type: 'CorrectFill',
      aggregate_id: lastLoss.aggregate_id,
      payload: { fill_id: lastExit, price: '51', reason: 'The broker had the price wrong' },
      expected_version: await versionOf(server, lastLoss.aggregate_id),
    });
    await page.getByText('Nothing matches').waitFor();
    await page.getByText('Withdrawn', { exact: true }).click();
    await row.click();
    await page.getByText('A trade was corrected, and the rule was not broken after all.').waitFor();
    const record = page.getByRole('list', { name: 'On the record' }).getByRole('listitem');
    await expect.poll(async () => (await record.allInnerTexts()).map((text) => text.split('\n')[0])).toEqual(['Recorded', 'Withdrawn']);
    await page.goto(`${desk.origin}/calendar?month=2025-11`);
    await dayOn(page, /Monday, November 10, 2025: −\$140\.00, 4 trades$/).waitFor();
  }));

test('the review of a week says what was made by the rules, and what under a breach', () =>
  onStage(async ({ server, device }) => {
    await aWeekWithABreach(server);
    const phone = await device({ screen: 'phone' });
    const { page } = phone;
    await atTheCalendar(phone);
    await dayOn(page, MONDAY).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('list', { name: 'Weeks' }).getByRole('link', { name: 'Week 46' }).click();
    await heading(page, 'Week 46').waitFor();
    const worth = async () => (await page.locator('dl').first().innerText()).replaceAll(/\s+/g, ' ');
    await expect.poll(worth).toContain('Trades by the rules · 1 trade +$450.00');
    await expect.poll(worth).toContain('Trades under a breach · 4 trades −$360.00');
    await page.getByRole('row', { name: /Losses in a row 1 4 −\$360\.00/ }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Week after' }).click();
    await heading(page, 'Week 47').waitFor();
    await page.getByText('Nothing was closed in this week').waitFor();
  }));

test('a year is seen as months and as heat, and a day of it is gone to', () =>
  onStage(async ({ server, device }) => {
    await aWeekWithABreach(server);
    const desk = await device();
    const { page } = desk;
    await atTheCalendar(desk, '/calendar?month=2025-11&view=year');
    await page.getByRole('link', { name: /^Nov/ }).getByText('+$90.00').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByText('Heat', { exact: true }).click();
    const monday = dayOn(page, MONDAY);
    await monday.hover();
    await page.locator('[aria-hidden] >> text=4 losses in a row').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await monday.focus();
    await page.keyboard.press('ArrowRight');
    await hasFocus(page, '2025-11-17');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await heading(page, 'Sunday, November 16, 2025').waitFor();
  }));
