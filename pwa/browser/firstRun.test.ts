import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { claims, onStage, opensFirstAccount, OWNER, setupLink, signsIn, standing } from './harness/index.ts';

/** By the one line that says it all. */
async function entersPosition(page: Page, line: string): Promise<void> {
  await page.getByLabel('The trade in one line').fill(line);
  await page.keyboard.press('Enter');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}

test('from the link that a server prints to the first position on it', () =>
  onStage(
    async ({ server, device }) => {
      const { page, origin } = await device({ screen: 'phone' });
      await claims(page, setupLink(server.output(), origin));
      await opensFirstAccount(page);
      await entersPosition(page, '+100 AAPL 187.20 s 184');
      await page.goto(`${origin}/`);
      await page.getByRole('list', { name: 'Open positions' }).getByRole('link', { name: 'AAPL' }).waitFor();
      expect(new URL(page.url()).hash).toBe('');
    },
    { isUnclaimed: true },
  ));

test('whoever would rather not enter a position yet is one step back, not two', () =>
  onStage(
    async ({ server, device }) => {
      const { page, origin } = await device();
      await page.goto(`${origin}/welcome`);
      await claims(page, setupLink(server.output(), origin));
      await opensFirstAccount(page);
      await page.getByLabel('The trade in one line').waitFor();
      await page.keyboard.press('Escape');
      await page.getByText('Nothing is open').waitFor();
    },
    { isUnclaimed: true },
  ));

test('a link that is over says so, and claims nothing', () =>
  onStage(
    async ({ device }) => {
      const { page, origin } = await device();
      await claims(page, `${origin}/setup#not-the-token`);
      await page.getByRole('alert').filter({ hasText: 'restart the server for a new one' }).waitFor();
      await page.goto(`${origin}/welcome`);
      await page.getByRole('link', { name: 'Claim this server' }).waitFor();
    },
    { isUnclaimed: true },
  ));

test('a book of this device alone is brought to the server later, with everything in it, once', () =>
  onStage(
    async ({ server, device }) => {
      const first = await device();
      const { page, origin } = first;
      await page.goto(origin);
      await page.getByRole('button', { name: 'Use on this device only' }).click();
      await opensFirstAccount(page);
      await entersPosition(page, '+100 AAPL 187.20 s 184');
      await page.goto(`${origin}/positions`);
      await page.getByText('AAPL').first().waitFor();

      await claims(page, setupLink(server.output(), origin));
      await page.getByRole('heading', { name: 'Books', level: 1 }).waitFor();
      await page.getByRole('button', { name: 'What to do with My book' }).click();
      await page.getByRole('menuitem', { name: 'Bring to the server' }).click();
      await page.getByRole('button', { name: 'Bring it there' }).click();
      await page.getByText('My book now belongs to main.').waitFor();
      await standing(page).filter({ hasText: 'On the server' }).waitFor();

      const second = await device();
      await signsIn(second.page, second.origin, OWNER);
      const open = second.page.getByRole('list', { name: 'Open positions' });
      await open.getByRole('link', { name: 'AAPL' }).waitFor();
      expect(await open.getByRole('listitem').count()).toBe(1);
    },
    { isUnclaimed: true },
  ));

test('sample data is one click away, and one click removes all of it', () =>
  onStage(
    async ({ device }) => {
      const { page, origin } = await device({ screen: 'phone' });
      await page.goto(origin);
      await page.getByRole('link', { name: 'Open the sample data' }).click();
      await page.getByRole('list', { name: 'Open positions' }).waitFor();
      await page.reload();
      await page.getByRole('button', { name: 'Remove the sample data' }).click();
      await page.getByRole('heading', { name: "The trader's log" }).waitFor();
      const databases = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
      expect(databases).toEqual(['taffrail-books']);
    },
    { isUnclaimed: true },
  ));
