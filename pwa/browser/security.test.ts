import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  authenticatorCode,
  claims,
  fillsIn,
  onStage,
  opensFirstAccount,
  OWNER,
  setupLink,
  signsIn,
  standing,
  type Device,
  type StageServer,
} from './harness/index.ts';

async function isAtSecurity(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/settings/security`);
  await page.getByText('You are signed in as Owner.').waitFor();
}

async function signsOut(page: Page, origin: string): Promise<void> {
  await isAtSecurity(page, origin);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
}

async function signsInWithCode(page: Page, code: string): Promise<void> {
  await fillsIn(page, OWNER);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

const isIn = (page: Page): Promise<void> => standing(page).filter({ hasText: 'On the server' }).waitFor({ state: 'attached' });

const owned = async (server: StageServer, { page }: Device, origin: string): Promise<void> => {
  await claims(page, setupLink(server.output(), origin));
  await opensFirstAccount(page);
};

test('a passkey is added, signs its owner in, and after it is removed nobody', () =>
  onStage(
    async ({ server, device }) => {
      const desk = await device();
      const { page, context } = desk;
      // A browser keeps passkeys for a name, and the server expects them from where it listens itself.
      const origin = `http://localhost:${server.port}`;
      const tools = await context.newCDPSession(page);
      await tools.send('WebAuthn.enable');
      await tools.send('WebAuthn.addVirtualAuthenticator', {
        options: {
          protocol: 'ctap2',
          transport: 'internal',
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
        },
      });
      await owned(server, desk, origin);
      await isAtSecurity(page, origin);
      await page.getByRole('button', { name: 'Add a passkey' }).click();
      await page.getByLabel('What to call it').fill('Key of the desk');
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByRole('list', { name: 'Passkeys' }).getByText('Key of the desk').waitFor();

      await signsOut(page, origin);
      await page.getByRole('button', { name: 'With a passkey' }).click();
      await isIn(page);

      await isAtSecurity(page, origin);
      await page.getByRole('list', { name: 'Passkeys' }).getByRole('button', { name: 'Remove' }).click();
      await page.getByText('Key of the desk signs nobody in any more.').waitFor();
      await signsOut(page, origin);
      await page.getByRole('button', { name: 'With a passkey' }).click();
      await page.getByRole('alert').waitFor();
    },
    { isUnclaimed: true },
  ));

test('with an authenticator a password alone lets nobody in; each code, of it or for the day it is gone, is good once', () =>
  onStage(
    async ({ server, device }) => {
      const desk = await device();
      const { page, origin } = desk;
      await owned(server, desk, origin);
      await isAtSecurity(page, origin);
      await page.getByRole('button', { name: 'Use an authenticator' }).click();
      const form = page.getByRole('dialog', { name: 'Use an authenticator' });
      const secret = (await form.getByText(/^[A-Z2-7]{32}$/).textContent()) ?? '';
      await form.getByLabel('Code it shows').fill('000000');
      await form.getByRole('button', { name: 'Confirm' }).click();
      await form.getByRole('alert').waitFor();
      await form.getByLabel('Code it shows').fill(authenticatorCode(secret));
      await form.getByRole('button', { name: 'Confirm' }).click();
      const shown = page.getByRole('dialog', { name: 'Recovery codes' });
      const recovery = ((await shown.locator('pre').textContent()) ?? '').split('\n');
      expect(new Set(recovery).size).toBe(10);
      await shown.getByRole('button', { name: 'I have it' }).click();
      await page.getByText('Signing in asks for a code as well.').waitFor();

      await signsOut(page, origin);
      await signsInWithCode(page, authenticatorCode(secret, 1));
      await isIn(page);

      const [code = '', another = ''] = recovery;
      await signsOut(page, origin);
      await signsInWithCode(page, code);
      await isIn(page);
      await signsOut(page, origin);
      await signsInWithCode(page, code);
      await page.getByRole('alert').filter({ hasText: 'The name, the password or the code is not right.' }).waitFor();
      await page.getByLabel('Code').fill(another);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await isIn(page);

      await isAtSecurity(page, origin);
      await page.getByRole('button', { name: 'Stop using it' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Stop using it' }).click();
      await page.getByText('With an authenticator, a password alone lets nobody in.').waitFor();
      await signsOut(page, origin);
      await signsIn(page, origin, OWNER);
      await isIn(page);
    },
    { isUnclaimed: true },
  ));

test('whoever signs out is told what has not reached the server, and it is sent when they are back', () =>
  onStage(
    async ({ server, device }) => {
      const desk = await device();
      const { page, origin, context } = desk;
      await owned(server, desk, origin);
      // What was done so far is there, so that only the trade waits.
      await standing(page).filter({ hasText: 'On the server' }).waitFor();
      // The server takes nothing for now, and is reached otherwise.
      await context.route('**/api/commands', (route) => route.fulfill({ status: 503, body: '' }));
      await page.goto(`${origin}/positions/new`);
      await page.getByLabel('The trade in one line').fill('+100 AAPL 187.20');
      await page.keyboard.press('Enter');
      await page.locator('dialog[open]').waitFor({ state: 'detached' });
      await isAtSecurity(page, origin);
      await page.getByRole('button', { name: 'Sign out' }).click();
      const dialog = page.getByRole('dialog', { name: 'Sign out' });
      await dialog.getByText('1 change has not reached the server. It stays on this device').waitFor();
      await dialog.getByLabel('Remove main from this device').check();
      await dialog.getByText('1 change has not reached the server and would be lost for good.').waitFor();
      await dialog.getByLabel('Remove main from this device').uncheck();
      await dialog.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();

      await context.unroute('**/api/commands');
      await signsIn(page, origin, OWNER);
      await isIn(page);
      const other = await device();
      await signsIn(other.page, other.origin, OWNER);
      await other.page.getByRole('list', { name: 'Open positions' }).getByRole('link', { name: 'AAPL' }).waitFor();
    },
    { isUnclaimed: true },
  ));
