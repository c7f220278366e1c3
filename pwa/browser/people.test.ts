import { expect, test } from 'vitest';
import {
  claims,
  invites,
  onStage,
  opensFirstAccount,
  OWNER,
  proves,
  readyOffline,
  setupLink,
  signsIn,
  standing,
  VIEWER,
} from './harness/index.ts';

test('signing out leaves the book here, and takes it along where that is wanted', () =>
  onStage(
    async ({ server, device }) => {
      const { page, origin } = await device();
      await claims(page, setupLink(server.output(), origin));
      await opensFirstAccount(page);
      await page.goto(`${origin}/settings/security`);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('link', { name: 'Go on without signing in' }).click();
      await page.getByText('You are signed out. The log goes on here').waitFor();
      await page.getByText('Nothing is open').waitFor();

      await signsIn(page, origin, OWNER);
      await standing(page).filter({ hasText: 'On the server' }).waitFor();
      await page.goto(`${origin}/settings/security`);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('dialog').getByLabel('Remove main from this device').check();
      await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      await page.goto(origin);
      await page.getByRole('heading', { name: "The trader's log" }).waitFor();
    },
    { isUnclaimed: true },
  ));

test('a wrong password is refused with a sentence, and who is signed in elsewhere stays so', () =>
  onStage(
    async ({ server, device }) => {
      const { page, origin } = await device();
      await claims(page, setupLink(server.output(), origin));
      await opensFirstAccount(page);
      const stranger = await device();
      await signsIn(stranger.page, stranger.origin, VIEWER);
      await stranger.page.getByRole('alert').filter({ hasText: 'The name, the password or the code is not right.' }).waitFor();
      await page.goto(`${origin}/settings/security`);
      await page.getByText('You are signed in as Owner.').waitFor();
    },
    { isUnclaimed: true },
  ));

test('somebody who is invited sees the book, and as a viewer is not offered to invite others', () =>
  onStage(
    async ({ server, device }) => {
      const desk = await device();
      await claims(desk.page, setupLink(server.output(), desk.origin));
      await opensFirstAccount(desk.page);
      const other = await device({ screen: 'phone' });
      await invites(desk, other);
      await other.page.getByText('Nothing is open').waitFor();
      await other.page.goto(`${other.origin}/settings/people`);
      await other.page.getByText('Viewer · since').waitFor();
      expect(await other.page.getByRole('button', { name: 'Invite' }).count()).toBe(0);
    },
    { isUnclaimed: true },
  ));

test('whoever may only read is offered nothing to write, is told why, also without a network, and writes once they may', () =>
  onStage(
    async ({ server, device }) => {
      const desk = await device();
      await claims(desk.page, setupLink(server.output(), desk.origin));
      await opensFirstAccount(desk.page);
      await desk.page.getByLabel('The trade in one line').fill('+100 AAPL 187.20');
      await desk.page.keyboard.press('Enter');
      await desk.page.locator('dialog[open]').waitFor({ state: 'detached' });
      const other = await device();
      const { page, origin } = other;
      await invites(desk, other);
      await page.getByText('You may read this book.').waitFor();
      const begin = page.getByRole('link', { name: 'New position' });
      await page.getByRole('link', { name: 'AAPL' }).first().click();
      const note = page.getByRole('textbox', { name: 'Notes' });
      await note.waitFor();
      expect(await note.getAttribute('contenteditable')).toBe('false');
      expect(await page.getByRole('main').getByRole('button').allInnerTexts()).not.toContainEqual(
        expect.stringMatching(/Close|fill|plan|tags|Write|file|picture/i),
      );
      await page.keyboard.press('n');
      await page.goto(`${origin}/positions/new`);
      await page.getByText('AAPL').first().waitFor();
      expect([await begin.count(), await page.locator('dialog[open]').count()]).toEqual([0, 0]);
      await page.goto(`${origin}/settings/accounts`);
      await page.getByText('America').waitFor();
      expect(await page.getByRole('button', { name: 'New account' }).count()).toBe(0);

      await readyOffline(page);
      await other.goOffline();
      await page.goto(origin);
      await page.getByText('AAPL').first().waitFor();
      await page.getByText('You may read this book.').waitFor();
      expect(await begin.count()).toBe(0);
      await other.goOnline();

      await desk.page.goto(`${desk.origin}/settings/people`);
      await desk.page.getByRole('button', { name: 'What to do with Viewer' }).click();
      await desk.page.getByRole('menuitem', { name: 'Change the role' }).click();
      await desk.page.getByRole('dialog').getByText('Member', { exact: true }).click();
      await desk.page.getByRole('button', { name: 'Save' }).click();
      await begin.first().waitFor();
      expect(await page.getByText('You may read this book.').count()).toBe(0);
    },
    { isUnclaimed: true },
  ));

test('somebody who is removed is told at once, reads on without a network, and takes an export along', () =>
  onStage(
    async ({ server, device }) => {
      const desk = await device();
      await claims(desk.page, setupLink(server.output(), desk.origin));
      await opensFirstAccount(desk.page);
      await desk.page.goto(`${desk.origin}/positions/new`);
      await desk.page.getByLabel('The trade in one line').fill('+100 AAPL 187.20');
      await desk.page.keyboard.press('Enter');
      await desk.page.locator('dialog[open]').waitFor({ state: 'detached' });
      const other = await device({ screen: 'phone' });
      await invites(desk, other);
      await other.page.getByText('AAPL').first().waitFor();
      await readyOffline(other.page);

      await desk.page.goto(`${desk.origin}/settings/people`);
      await desk.page.getByRole('button', { name: 'What to do with Viewer' }).click();
      await desk.page.getByRole('menuitem', { name: 'Remove' }).click();
      await desk.page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
      await other.page.getByText('The server does not let this device in any more.').waitFor();
      await other.goOffline();
      await other.page.reload();
      await other.page.getByText('AAPL').first().waitFor();
      await other.page.getByText('The server does not let this device in any more.').waitFor();
      await other.page.goto(`${other.origin}/settings/data`);
      await other.page.getByRole('button', { name: 'Make an export' }).click();
      await other.page.getByText('The export is ready').waitFor();
    },
    { isUnclaimed: true },
  ));

test('what should not be done from a screen somebody left open asks for the password again', () =>
  onStage(
    async ({ server, device }) => {
      const { page, origin, context } = await device();
      await claims(page, setupLink(server.output(), origin));
      await opensFirstAccount(page);
      // As after ten minutes: the server is asked by a session that has shown nothing lately.
      let isStale = true;
      await context.route('**/api/identity/re-authenticate', async (route) => {
        isStale = false;
        await route.continue();
      });
      await context.route('**/api/identity/script-tokens', (route) => {
        const problem = { code: 're_authentication_needed', detail: 'Show again that it is you.', details: {} };
        return isStale ? route.fulfill({ status: 403, json: problem }) : route.continue();
      });

      await page.goto(`${origin}/settings/devices`);
      await page.getByRole('button', { name: 'Add a device or script' }).click();
      await page.getByRole('menuitem', { name: 'Token for a script' }).click();
      await page.getByLabel('What the script does').fill('Nightly report');
      await page.getByRole('button', { name: 'Make the token' }).click();
      await proves(page, OWNER);
      await page.getByRole('dialog', { name: 'Token' }).getByRole('button', { name: 'I have it' }).click();
      await page.getByText('Nightly report').waitFor();
    },
    { isUnclaimed: true },
  ));
