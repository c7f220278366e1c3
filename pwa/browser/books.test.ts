import { expect, test } from 'vitest';
import { claims, invites, onStage, opensFirstAccount, setupLink, standing } from './harness/index.ts';

test('whoever leaves a workspace is not let in any more, and keeps what is on the device', () =>
  onStage(
    async ({ server, device }) => {
      const desk = await device();
      await claims(desk.page, setupLink(server.output(), desk.origin));
      await opensFirstAccount(desk.page);
      const other = await device();
      const { page, origin } = other;
      await invites(desk, other);
      await page.getByText('Nothing is open').waitFor();

      await page.goto(`${origin}/settings/books`);
      await page.getByRole('button', { name: 'What to do with main' }).click();
      await page.getByRole('menuitem', { name: 'Leave' }).click();
      await page.getByRole('dialog', { name: 'Leave main?' }).getByRole('button', { name: 'Leave' }).click();
      await standing(page).filter({ hasText: 'No longer let in' }).waitFor();
      await page.getByRole('button', { name: 'What to do with main' }).click();
      expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(['Remove from this device']);
      await page.goto(origin);
      await page.getByText('Nothing is open').waitFor();

      await desk.page.goto(`${desk.origin}/settings/people`);
      await desk.page.getByText('Owner · since').waitFor();
      expect(await desk.page.getByText('Viewer · since').count()).toBe(0);
    },
    { isUnclaimed: true },
  ));

test('a workspace is deleted for everybody once its name was typed, and its owner goes on with another book', () =>
  onStage(
    async ({ server, device }) => {
      const { page, origin } = await device();
      await claims(page, setupLink(server.output(), origin));
      await opensFirstAccount(page);
      await page.goto(`${origin}/settings/books`);
      await page.getByRole('button', { name: 'New book' }).click();
      await page.getByRole('dialog').getByLabel('Name').fill('swing');
      await page.getByRole('button', { name: 'Make it' }).click();
      await page.getByRole('heading', { name: 'Your first account' }).waitFor();

      await page.goto(`${origin}/settings/books`);
      await page.getByRole('button', { name: 'What to do with swing' }).click();
      await page.getByRole('menuitem', { name: 'Delete for everybody' }).click();
      const dialog = page.getByRole('dialog', { name: 'Delete swing for everybody?' });
      await dialog.getByLabel('Type swing to be sure').fill('main');
      await dialog.getByRole('button', { name: 'Delete for everybody' }).click();
      await dialog.getByRole('alert').filter({ hasText: 'You typed main' }).waitFor();
      await dialog.getByLabel('Type swing to be sure').fill('swing');
      await dialog.getByRole('button', { name: 'Delete for everybody' }).click();
      await page.getByText('swing is deleted.').waitFor();
      await standing(page).filter({ hasText: 'No longer let in' }).waitFor();

      await page.getByRole('button', { name: 'What to do with swing' }).click();
      await page.getByRole('menuitem', { name: 'Remove from this device' }).click();
      await page.getByLabel('Yes, what only this device has may go').check();
      await page.getByRole('dialog').getByRole('button', { name: 'Remove from this device' }).click();
      await page.getByText('swing is removed from this device.').waitFor();
      await standing(page).filter({ hasText: 'On the server' }).waitFor();
      expect(await page.getByRole('list', { name: 'Your books' }).getByRole('listitem').count()).toBe(1);
    },
    { isUnclaimed: true },
  ));
