import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { barriersOn, giveBook, invites, newId, onStage, OWNER, proves, tell, type Told } from './harness/index.ts';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const dialog = (page: Page) => page.getByRole('dialog');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const history = (page: Page) => page.getByRole('list', { name: 'How it came to this' }).locator('> li');

/** What a line of the history says, one after the other: what happened, then why. */
const told = [
  [/Back to Proof of Concept\s*By itself/, /worst day lost 5\.\d+% of the capital, and it was the latest/],
  [
    /Back to Real-Money Trial\s*By itself/,
    /3 losses in a row; 3 lead back a phase.*By then Scaling had come to allow \$[\d,]+\.\d\d in one trade/s,
  ],
  [/On to Scaling\s*By itself/, /Everything that Real-Money Trial asks for was shown: 62 days, 100 trades, win rate 75%/],
  [/On to Real-Money Trial\s*Override/, /28 more needed/],
  [/Tried to override to Real-Money Trial\s*Not granted/, /The override password was wrong/],
  [/Back to Proof of Concept\s*By itself/, /win rate of the latest 20 trades is 45%; below 55%/],
  [/On to Real-Money Trial\s*By itself/, /Everything that Proof of Concept asks for was shown: 50 days, 50 trades/],
  [/Asked for Real-Money Trial\s*Not granted/, /24 of 50 closed trades; 26 more needed/],
  [/On to Proof of Concept\s*By itself/, /Everything that Experience asks for was shown: 24 days, 20 of them profitable/],
  [/Began in Experience/, /Paper only/],
] as const;

test('the sample walks a trader from Experience to Scaling and back down, and each step says why', () =>
  onStage(
    async ({ device }) => {
      const { page, origin } = await device();
      await page.goto(origin);
      await page.getByRole('link', { name: 'Open the sample data' }).click();
      await page.getByRole('list', { name: 'Open positions' }).waitFor();
      await page.keyboard.press('g');
      await page.keyboard.press('f');
      await heading(page, 'Proof of Concept');
      const way = page.getByRole('list', { name: 'The way from paper to full size' });
      expect(await way.locator('[aria-current=step]').textContent()).toContain('Proof of Concept');
      await expect.poll(() => history(page).count()).toBe(told.length);
      const lines = await history(page).allTextContents();
      for (const [place, [what, why]] of told.entries()) {
        expect(lines[place]).toMatch(what);
        expect(lines[place]).toMatch(why);
      }
      const figures = history(page).nth(2).getByText('The figures it rested on');
      await figures.click();
      await history(page).nth(2).getByText('2.36', { exact: true }).waitFor();

      for (const result of ['-30', '-30', '-30']) {
        await page.getByLabel('Result').fill(result);
        await page.keyboard.press('Enter');
      }
      await page.getByText('You would go back to Experience.').waitFor();
      await page
        .getByRole('button', { name: /Do not imagine/ })
        .first()
        .click();
      await button(page, 'Start over').click();
      await page.getByText('You would').waitFor({ state: 'detached' });

      await button(page, 'Ask for Real-Money Trial').click();
      await dialog(page).getByRole('list', { name: 'Missing' }).getByText('of 50 closed trades').waitFor();
      await button(page, 'Ask anyway').click();
      await page.getByText('Not yet. What is missing is on the record.').waitFor();
      expect(await history(page).first().textContent()).toMatch(/Asked for Real-Money Trial\s*Not granted/);
      await heading(page, 'Proof of Concept');

      const saved = await savedFrom(page, 'Save the history as a file');
      expect(saved.map(({ from_phase, to_phase }) => [from_phase, to_phase])).toEqual([
        ['experience', 'proof'],
        ['proof', 'trial'],
        ['trial', 'proof'],
        ['proof', 'trial'],
        ['trial', 'scaling'],
        ['scaling', 'trial'],
        ['trial', 'proof'],
      ]);
      const attempts = await savedFrom(page, 'Save overrides and attempts as a file');
      expect(attempts.map(({ blocked }) => blocked)).toEqual([true, true, false, true]);

      await button(page, 'More').click();
      await page.getByRole('menuitem', { name: 'Override', exact: true }).click();
      await dialog(page).getByText('This book is on this device alone').waitFor();
      await page.keyboard.press('Escape');
      expect(await barriersOn(page)).toEqual([]);

      await page.getByRole('button', { name: 'Remove the sample data' }).click();
      await page.getByRole('heading', { name: "The trader's log" }).waitFor();
    },
    { isUnclaimed: true },
  ));

/** The lines of a file that the menu saves. */
async function savedFrom(page: Page, item: string): Promise<readonly { readonly [field: string]: unknown }[]> {
  await button(page, 'More').click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: item }).click();
  const text = await readFile(await (await downloading).path(), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly [field: string]: unknown });
}

const accountId = newId();
const OVERRIDE = 'known to somebody else';

const account: Told = {
  type: 'OpenAccount',
  aggregate_id: accountId,
  payload: { name: 'Main', broker: 'Paper', currency: 'USD', zone: 'America/New_York' },
};

/** Bought at 10 with a stop at 9, and sold at this price. */
function trade(exit: string): Told {
  const leg_id = newId();
  const fill = (quantity: string, price: string) => ({ fill_id: newId(), leg_id, quantity, price, fees: '0' });
  const legs = [{ id: leg_id, instrument_type: 'stock', quantity: '10' }];
  const payload = {
    account_id: accountId,
    symbol: 'ARBR',
    legs,
    plan: { entry: '10', stop: '9' },
    fills: [fill('10', '10'), fill('-10', exit)],
  };
  return { type: 'CreatePosition', aggregate_id: newId(), payload };
}

const config = { phase_progression: { current_phase: 'proof', experience: { advancement_criteria: { min_sessions: 1, min_trades: 2 } } } };

test('a book on a server begins, earns the next phase, goes over one by password, and falls back', () =>
  onStage(async ({ server, device }) => {
    await tell(server, account);
    const desk = await device();
    const { page, origin } = desk;
    await giveBook(page, origin, 'the server');
    await page.goto(`${origin}/settings/phases`);
    const choosing = page.waitForEvent('filechooser');
    await button(page, 'Import a config.json').click();
    const file = { name: 'config.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(config)) };
    await (await choosing).setFiles(file);
    await page.getByText('The file says that its trader stands in Proof of Concept.').waitFor();
    const experience = page.getByRole('region', { name: 'Experience', exact: true });
    await experience.getByLabel('Win rate, %').fill('120');
    await button(page, 'Save the phases').click();
    await experience.getByText('From 0 to 100, with two decimals at most.').waitFor();
    await experience.getByLabel('Win rate, %').fill('50');
    await button(page, 'Save the phases').click();
    await page.getByText('The phases are saved.').waitFor();
    await button(page, 'Set the password').click();
    await dialog(page).getByLabel('New override password').fill(OVERRIDE);
    await dialog(page).getByRole('button', { name: 'Set the password' }).click();
    await provesIfAsked(page);
    await page.getByText('The override password is set.').waitFor();

    await page.goto(`${origin}/phases`);
    await page.getByRole('heading', { name: 'Where do you stand?' }).waitFor();
    await button(page, 'Begin here').click();
    await heading(page, 'Experience');
    await tell(server, trade('12'));
    await tell(server, trade('12.50'));
    await heading(page, 'Proof of Concept');
    expect(await history(page).first().textContent()).toMatch(/On to Proof of Concept\s*By itself/);

    await desk.goOffline();
    await override(page, 'Agreed with the desk', 'a wrong password');
    await dialog(page).getByText('The server cannot be reached').first().waitFor();
    await desk.goOnline();
    await button(page, 'Override').click();
    await dialog(page).getByText('The override password was wrong').waitFor();
    await dialog(page).getByLabel('Override password').fill(OVERRIDE);
    await button(page, 'Override').click();
    await heading(page, 'Real-Money Trial');
    await history(page).filter({ hasText: 'Agreed with the desk' }).waitFor();
    await history(page).filter({ hasText: 'Tried to override to Real-Money Trial' }).waitFor();

    await tell(server, trade('9'));
    await tell(server, trade('9'));
    await page.getByText('Downgrade watch').waitFor();
    await tell(server, trade('9'));
    await heading(page, 'Proof of Concept');
    expect(await history(page).first().textContent()).toMatch(/3 losses in a row/);
    expect(await barriersOn(page)).toEqual([]);

    const reader = await device();
    await reader.context.clearCookies();
    await invites(desk, reader);
    await reader.page.getByText('You may read this book.').waitFor();
    await reader.page.goto(`${reader.origin}/phases`);
    await heading(reader.page, 'Proof of Concept');
    expect(await reader.page.getByRole('button', { name: /Ask for/ }).count()).toBe(0);
    await reader.page.goto(`${reader.origin}/settings/phases`);
    await reader.page.getByText('You may read these settings.').waitFor();
    expect(await reader.page.getByLabel('Smallest size').first().isDisabled()).toBe(true);
  }));

async function provesIfAsked(page: Page): Promise<void> {
  const done = page.getByText('The override password is set.');
  const asked = page.getByRole('dialog', { name: 'Is it still you?' });
  await done.or(asked).first().waitFor();
  if (await asked.isVisible()) await proves(page, OWNER);
}

async function override(page: Page, reason: string, password: string): Promise<void> {
  await button(page, 'More').click();
  await page.getByRole('menuitem', { name: 'Override', exact: true }).click();
  await dialog(page).getByLabel('Why').fill(reason);
  await dialog(page).getByLabel('Override password').fill(password);
  await dialog(page).getByRole('button', { name: 'Override', exact: true }).click();
}
