import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { barriersOn, dialogOn, isClosed, lineOn, onStage, opens, type Device } from './harness/index.ts';

/** From the first page to a book of this device alone, with what its trader keeps to. */
async function begins({ page, origin }: Device, phase: string): Promise<void> {
  await page.goto(origin);
  await page.getByRole('button', { name: 'Use on this device only' }).click();
  await page.getByRole('button', { name: 'Open the account' }).click();
  await page.getByRole('heading', { name: 'What you keep to' }).waitFor();
  await page.getByLabel('Account size').fill('10000');
  await page.getByLabel('Losses in a day').fill('1');
  await page.getByLabel('The phase you are in').selectOption(phase);
  await page.getByRole('button', { name: 'Begin with these' }).click();
  await lineOn(page).waitFor();
}

async function records(page: Page, line: string): Promise<void> {
  await lineOn(page).fill(line);
  await lineOn(page).press('Enter');
  await isClosed(page);
}

/** Out of a trade at a price. */
async function closes(page: Page, symbol: string, price: string): Promise<void> {
  await opens(page, new RegExp(`^${symbol}`));
  await page.getByRole('button', { name: 'Close' }).first().click();
  const field = dialogOn(page).getByRole('textbox').first();
  await field.fill(price);
  await field.press('Enter');
  await isClosed(page);
}

const glanceOn = (page: Page) => page.getByRole('region', { name: 'What may I do now' });

test('what a trader keeps to is asked once, said before a trade, and gone over only with a reason that stays on the record', () =>
  onStage(
    async ({ device }) => {
      const desk = await device({ screen: 'phone' });
      const { page, origin } = desk;
      await begins(desk, 'Proof of Concept');
      expect(await barriersOn(page)).toEqual([]);
      await page.getByText('1 left today').waitFor();

      // A trade over its size is stopped while it is a plan, and says by how much.
      await lineOn(page).fill('+100 F 11.50');
      await dialogOn(page).getByText('Planned', { exact: true }).click();
      await dialogOn(page).getByText('Proof of Concept allows $100.00 in one trade; $1,150.00').waitFor();
      await lineOn(page).fill('+5 F 11.50 s 11');
      await page.getByRole('button', { name: 'Plan it' }).waitFor();
      await dialogOn(page).getByText('Filled', { exact: true }).click();
      await page.getByRole('button', { name: 'Record' }).click();
      await isClosed(page);

      await page.goto(origin);
      await glanceOn(page).getByText('No trade before').waitFor();
      await glanceOn(page).getByText('Trade limit reached: 1 of 1 today (Proof of Concept).').waitFor();
      expect(await barriersOn(page)).toEqual([]);

      await page.goto(`${origin}/positions/new`);
      await lineOn(page).fill('+5 KO 15');
      await dialogOn(page).getByText('Planned', { exact: true }).click();
      await page.getByRole('button', { name: 'Override, and say why' }).click();
      const asking = page.getByRole('dialog', { name: 'Trade against the rules' });
      expect(await barriersOn(page)).toEqual([]);
      expect(await asking.getByRole('button', { name: 'Override and save' }).isDisabled()).toBe(true);
      await asking.getByLabel('Why all the same').fill('Hedges what is open');
      await asking.getByRole('button', { name: 'Override and save' }).click();
      await isClosed(page);
      await opens(page, /^KO/);
      await page.getByText('Hedges what is open').waitFor();
      await page.getByText('Trade limit reached: 1 of 1 today (Proof of Concept).').waitFor();
      expect(await barriersOn(page)).toEqual([]);
    },
    { isUnclaimed: true },
  ));

test('a rule that was broken is found on its trade and in the list, and is withdrawn when the rules say otherwise', () =>
  onStage(
    async ({ device }) => {
      const desk = await device();
      const { page, origin } = desk;
      await begins(desk, 'Scaling');
      await records(page, '+1 F 11.50');
      await page.goto(`${origin}/positions`);
      await closes(page, 'F', '11');
      await page.goto(origin);
      await glanceOn(page).getByText('1 loss in a row today').waitFor();

      // What has happened is recorded, whatever the rules say to it.
      await page.goto(`${origin}/positions/new`);
      await lineOn(page).fill('+1 KO 15');
      await dialogOn(page).getByText('What happened is recorded all the same.').waitFor();
      await page.getByRole('button', { name: 'Record' }).click();
      await isClosed(page);
      await closes(page, 'KO', '14');
      await page.getByRole('region', { name: 'Rules broken' }).getByText('2 losses in a row').waitFor();

      await page.goto(`${origin}/positions?breach=loss_streak_day`);
      await page.getByText('2 positions').first().waitFor();
      await page.goto(`${origin}/positions?breach=none`);
      await page.getByText('Nothing matches').waitFor();

      await page.goto(`${origin}/settings/rules`);
      await page.getByLabel('Losses in a day').fill('0');
      await page.getByRole('button', { name: 'Save the rules' }).click();
      await expect.poll(() => page.getByLabel('Losses in a day').getAttribute('aria-invalid')).toBe('true');
      await page.getByLabel('Losses in a day').fill('3');
      await page.getByRole('button', { name: 'Add hours' }).click();
      expect(await barriersOn(page)).toEqual([]);
      await page.getByRole('button', { name: 'Remove these hours' }).click();
      await page.getByRole('button', { name: 'Save the rules' }).click();
      await page.getByText('These rules count from today on.').waitFor();
      await page.getByRole('link', { name: 'Positions', exact: true }).click();
      await opens(page, /^KO/);
      await page.getByText('Withdrawn after the rules were changed').waitFor();
    },
    { isUnclaimed: true },
  ));
