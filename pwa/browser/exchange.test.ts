import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { giveBook, onStage, readyOffline, type Device } from './harness/index.ts';

const DAY = '/day/2026-11-20';
const HISTORY_MS = 20_000;

const text = (page: Page) => page.getByRole('textbox', { name: /Nov\w* 20, 2026/ });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function write(page: Page, origin: string, words: string): Promise<void> {
  await page.goto(origin + DAY);
  await text(page).click();
  await page.keyboard.type(words);
  await page.getByText(/^Saved on/).waitFor();
}

/** As another device of the trader would. */
async function trade(page: Page): Promise<void> {
  const [account, position, leg] = ['1', '2', '3'].map((n) => `00000000-0000-7000-8000-00000000000${n}`);
  const fill = { fill_id: '00000000-0000-7000-8000-000000000004', leg_id: leg, price: '20.01', quantity: '100' };
  const terms = { name: 'Main', broker: 'Paper', currency: 'USD', zone: 'America/New_York' };
  const plan = { account_id: account, symbol: 'AAPL', legs: [{ id: leg, instrument_type: 'stock', quantity: '100' }], fills: [fill] };
  const commands = [
    { command_id: 'one', type: 'OpenAccount', aggregate_id: account, payload: terms },
    { command_id: 'two', type: 'CreatePosition', aggregate_id: position, payload: plan },
  ];
  const outcomes = await page.evaluate(async (body) => {
    const answer = await fetch('/api/commands', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    return ((await answer.json()) as { answers: { outcome: string }[] }).answers.map(({ outcome }) => outcome);
  }, JSON.stringify({ commands }));
  expect(outcomes).toEqual(['accepted', 'accepted']);
}

const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

async function attach(page: Page): Promise<void> {
  const chosen = { name: 'chart.png', mimeType: 'image/png', buffer: Buffer.from(PICTURE, 'base64') };
  await page.locator('input[type=file]').last().setInputFiles(chosen);
  await button(page, /chart\.png/)
    .locator('img')
    .waitFor();
}

/** Exports what is on the device, as its trader does, and says where the file lies. */
async function exportBook({ page, origin }: Device): Promise<string> {
  await page.goto(`${origin}/settings/data`);
  await button(page, 'Make an export').click();
  await page.getByText('The export is ready').waitFor();
  const saving = page.waitForEvent('download');
  await button(page, /^Save the file/).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/^taffrail-book-\d{4}-\d\d-\d\d\.zip$/);
  return saved.path();
}

async function importBook({ page, origin }: Device, path: string): Promise<void> {
  await page.goto(`${origin}/settings/data`);
  await takesIn(page, path);
}

async function takesIn(page: Page, path: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name: 'my book.zip', mimeType: 'application/zip', buffer: readFileSync(path) });
  await page.getByText('In my book.zip').waitFor();
  await button(page, 'Import it').click();
  await page.getByText('Book is here.').waitFor();
}

async function seesTheBook({ page, origin }: Device, words: string): Promise<void> {
  await page.goto(origin + DAY);
  await text(page).getByText(words).waitFor();
  await button(page, /chart\.png/)
    .locator('img')
    .waitFor();
  await page.goto(`${origin}/positions`);
  await page.getByText('AAPL').first().waitFor();
}

async function historyHasArrived(page: Page): Promise<void> {
  const first = () =>
    page.evaluate(async () => {
      const name = (await indexedDB.databases()).find((one) => one.name?.startsWith('taffrail-book-'))?.name ?? '';
      const database = await new Promise<IDBDatabase>((resolve) => {
        const asked = indexedDB.open(name);
        asked.addEventListener('success', () => resolve(asked.result));
      });
      const seq = await new Promise<unknown>((resolve) => {
        const asked = database.transaction('fact').objectStore('fact').openKeyCursor();
        asked.addEventListener('success', () => resolve(asked.result?.key));
      });
      database.close();
      return seq;
    });
  await expect.poll(first, { timeout: HISTORY_MS }).toBe(1);
}

test('a book goes from device to device in a file, with no network anywhere, and then to a server of its own', () =>
  onStage(async ({ server, device }) => {
    const desk = await device();
    await giveBook(desk.page, desk.origin, 'the server');
    await trade(desk.page);
    await write(desk.page, desk.origin, 'Flat by noon.');
    await attach(desk.page);
    await historyHasArrived(desk.page);
    await readyOffline(desk.page);
    const phone = await device({ screen: 'phone' });
    await giveBook(phone.page, phone.origin, 'this device');
    await readyOffline(phone.page);
    await server.kill();
    const path = await exportBook(desk);
    await importBook(phone, path);
    await seesTheBook(phone, 'Flat by noon.');
    await write(phone.page, phone.origin, 'And home. ');
    await phone.page.goto(`${phone.origin}/settings/data`);
    await phone.page.getByText('Book holds something already').waitFor();

    const again = await exportBook(phone);
    await server.start();
    const newcomer = await device({ screen: 'phone' });
    await newcomer.page.goto(newcomer.origin);
    await newcomer.page.getByRole('link', { name: 'I have a Taffrail file' }).click();
    await takesIn(newcomer.page, again);
    await newcomer.page.waitForURL(`${newcomer.origin}/`);
    await seesTheBook(newcomer, 'And home.');

    await onStage(async (elsewhere) => {
      const first = await elsewhere.device();
      await giveBook(first.page, first.origin, 'the server');
      await importBook(first, again);
      const second = await elsewhere.device({ screen: 'phone' });
      await giveBook(second.page, second.origin, 'the server');
      await seesTheBook(second, 'And home.');
    });
  }));
