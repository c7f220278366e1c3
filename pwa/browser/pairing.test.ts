import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { claims, onStage, opensFirstAccount, setupLink, standing, type Device } from './harness/index.ts';

/** Pairs a phone with the book on a desk, and leaves it at what it shows first. */
async function pairs(desk: Device, phone: Device): Promise<void> {
  await desk.page.goto(`${desk.origin}/settings/devices`);
  const offered = desk.page.waitForResponse('**/api/identity/phone-pairings');
  await desk.page.getByRole('button', { name: 'Add a device or script' }).click();
  await desk.page.getByRole('menuitem', { name: 'Pair a phone' }).click();
  const { secret } = (await (await offered).json()) as { secret: string };
  await desk.page.getByRole('img', { name: 'QR code' }).waitFor();

  await phone.page.goto(`${phone.origin}/pair#${secret}`);
  await phone.page.getByLabel('Name of the device').fill('Pocket');
  await phone.page.getByRole('button', { name: 'Go on' }).click();
  const onPhone = await digitsOn(phone.page);
  expect(await digitsOn(desk.page)).toBe(onPhone);
  await desk.page.getByRole('button', { name: 'They are the same, let it in' }).click();
}

const digitsOn = (page: Page): Promise<string | null> => page.getByText(/^\d{3} \d{3}$/).textContent();

test('a phone gets the book once both screens showed the same digits, keeps it while it is revoked, and can export it then', () =>
  onStage(
    async ({ server, device }) => {
      const desk = await device();
      await claims(desk.page, setupLink(server.output(), desk.origin));
      await opensFirstAccount(desk.page);
      const phone = await device({ screen: 'phone' });
      await pairs(desk, phone);
      await phone.page.getByText('Nothing is open').waitFor();
      expect(await phone.context.cookies()).toEqual([]);
      await phone.page.reload();
      await standing(phone.page).filter({ hasText: 'On the server' }).waitFor({ state: 'attached' });

      await desk.page.getByRole('button', { name: 'What to do with Pocket' }).click();
      await desk.page.getByRole('menuitem', { name: 'Revoke' }).click();
      await desk.page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
      await phone.page.getByText('The server does not let this device in any more.').waitFor();
      await phone.goOffline();
      await phone.page.reload();
      await phone.page.getByText('The server does not let this device in any more.').waitFor();
      await phone.page.getByRole('link', { name: 'Export', exact: true }).click();
      await phone.page.getByRole('button', { name: 'Make an export' }).click();
      await phone.page.getByText('The export is ready').waitFor();
    },
    { isUnclaimed: true },
  ));

test('a device that shows a code is looked at before it is let in', () =>
  onStage(
    async ({ server, device }) => {
      const desk = await device();
      await claims(desk.page, setupLink(server.output(), desk.origin));
      await opensFirstAccount(desk.page);
      const asks = (path: string, body: object) =>
        fetch(`${desk.origin}/api/identity/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }).then((answer) => answer.json() as Promise<{ user_code: string; device_code: string; access_token?: string }>);
      const asked = await asks('device-codes', { kind: 'extension', name: 'Chart panel', scope: 'read' });

      await desk.page.goto(`${desk.origin}/pair`);
      await desk.page.getByLabel('Code on the device').fill(asked.user_code.toLowerCase());
      await desk.page.getByRole('button', { name: 'Look who it is' }).click();
      await desk.page.getByRole('heading', { name: 'Let Chart panel in?' }).waitFor();
      await desk.page.getByText('Browser extension').waitFor();
      await desk.page.getByText('127.0.0.1').waitFor();
      await desk.page.getByRole('button', { name: 'Let it in' }).click();
      await desk.page.getByText('Chart panel is let in.').waitFor();
      expect(await asks('device-tokens', { device_code: asked.device_code })).toHaveProperty('access_token');
    },
    { isUnclaimed: true },
  ));
