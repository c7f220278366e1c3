import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { barriersOn, giveBook, newId, onStage, readyOffline, tell, type Device, type StageServer, type Told } from './harness/index.ts';

const [accountId, positionId, playbookId] = [newId(), newId(), newId()];

const openAccount: Told = {
  type: 'OpenAccount',
  aggregate_id: accountId,
  payload: { name: 'Main', broker: 'Paper', currency: 'USD', zone: 'America/New_York', account_max_risk_pct: '0.75' },
};

const planned: Told = {
  type: 'CreatePosition',
  aggregate_id: positionId,
  payload: {
    account_id: accountId,
    symbol: 'AAPL',
    legs: [{ id: newId(), instrument_type: 'stock', quantity: '100' }],
    tags: ['breakout'],
    plan: { entry: '187.20', stop: '184', target: '195' },
    fills: [],
  },
};

const box = (key: string, label: string) => ({ key, label, type: 'boolean' });

/** Fifteen, of every type. */
const fields = [
  box('trend', 'Daily trend is up'),
  box('base', 'A base of five days'),
  box('volume', 'Volume above average'),
  { ...box('earnings', 'No earnings within a week'), required: true },
  { key: 'side', label: 'Direction', type: 'select', validation: { options: ['Long', 'Short'] } },
  { key: 'quality', label: 'How clean is it?', type: 'rating', weight: '2', validation: { min: '1', max: '5' } },
  { key: 'stop', label: 'Distance to the stop', type: 'number', validation: { min: '0.5', max: '8' } },
  { key: 'chart', label: 'Chart reference', type: 'text', weight: '0', validation: { regex: '^[A-Z]+-[0-9]+$' } },
  box('sector', 'Sector is strong'),
  box('market', 'Market above its average'),
  box('spread', 'Spread is narrow'),
  box('target', 'Target is twice the risk'),
  box('level', 'Level held three times'),
  { ...box('calm', 'I am calm'), required: true },
  { key: 'why', label: 'Why this one?', type: 'rich_text' },
];

const [firstVersion, secondVersion] = [newId(), newId()];

const published = (version_id: string, base_version_id: string | null, asked: readonly object[] = fields): Told => ({
  type: 'PublishPlaybook',
  aggregate_id: playbookId,
  payload: { version_id, base_version_id, content: { name: 'Breakout', purpose: 'pre', strategy_bindings: ['breakout'], fields: asked } },
});

async function withABook(server: StageServer, ...devices: readonly Device[]): Promise<void> {
  await tell(server, openAccount, planned, published(firstVersion, null));
  for (const { page, origin } of devices) await giveBook(page, origin, 'the server');
}

async function atThePosition({ page, origin }: Device): Promise<void> {
  await page.goto(`${origin}/positions/${positionId}`);
  await page.getByRole('heading', { level: 1, name: 'AAPL' }).waitFor();
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const sheet = (page: Page) => page.getByRole('dialog', { name: /Breakout/ });
const says = (page: Page, question: string, answer: string) =>
  page.getByRole('group', { name: question }).getByText(answer, { exact: true }).click();
const line = (page: Page, name: string) => page.getByRole('textbox', { name });

const boxes = ['Daily trend is up', 'A base of five days', 'Volume above average'];

async function begins(page: Page): Promise<void> {
  await button(page, 'Fill in').click();
  await page.getByRole('checkbox', { name: 'Daily trend is up' }).waitFor();
}

const tick = (page: Page, ...names: readonly string[]) =>
  names.reduce<Promise<void>>((before, name) => before.then(() => page.getByRole('checkbox', { name }).check()), Promise.resolve());

/** What a screenshot is to a test. */
const screenshot = {
  name: 'chart.png',
  mimeType: 'image/png',
  buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
};

const opensFiles = async (page: Page, press: Locator): Promise<void> => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press.click()]);
  await chooser.setFiles(screenshot);
};

test('a checklist filled in on the phone without a network grades the trade on the desk, and stays explained by its version', () =>
  onStage(async ({ server, device }) => {
    const [phone, desk] = [await device({ screen: 'phone' }), await device()];
    await withABook(server, phone, desk);
    const { page } = phone;
    await atThePosition(phone);
    await page.getByText('Breakout fits this trade').waitFor();
    await readyOffline(page);
    await phone.goOffline();

    await begins(page);
    await tick(page, ...boxes);
    await says(page, 'Direction', 'Long');
    await says(page, 'How clean is it?', '4');
    await line(page, 'Distance to the stop').fill('1.7');
    await page.keyboard.press('Enter');
    await page.keyboard.type('no chart');
    expect(await line(page, 'Chart reference').inputValue()).toBe('no chart');
    await tick(
      page,
      'Sector is strong',
      'Market above its average',
      'Spread is narrow',
      'Target is twice the risk',
      'Level held three times',
    );
    await says(page, 'I am calm', 'Yes');
    await line(page, 'Why this one?').click();
    await page.keyboard.type('It held three times.');
    await line(page, 'Intended risk').fill('0.8');
    await page.getByText('0.8% is more than the 0.75% allowed').waitFor();
    expect(await barriersOn(page)).toEqual([]);

    // What is missing and what is wrong is said beside its field, by the first of which the trader stands.
    await button(page, 'Submit').click();
    await page.getByText('No earnings within a week: say yes or no.').waitFor();
    await page.getByText(/^Chart reference: .*\./).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('fieldset')?.textContent)).toContain('No earnings');
    await says(page, 'No earnings within a week', 'Yes');
    await line(page, 'Chart reference').fill('AAPL-12');

    await button(page, 'Comment and evidence: Daily trend is up').click();
    await opensFiles(page, sheet(page).getByRole('button', { name: 'Add a file', exact: true }));
    await button(page, 'Change what chart.png shows').click();
    const piece = page.getByRole('dialog', { name: 'Evidence' });
    await piece.getByRole('checkbox', { name: 'A base of five days' }).check();
    await piece.getByRole('textbox', { name: 'Note' }).fill('Higher lows');
    await piece.getByRole('button', { name: 'Keep' }).click();
    await button(page, 'Comment and evidence, 1 there: A base of five days').waitFor();

    await button(page, 'Submit').click();
    await sheet(page).waitFor({ state: 'detached' });
    await phone.goOnline();

    await atThePosition(desk);
    await desk.page.getByText(/Answered with version 1,/).waitFor();
    await desk.page.getByText('Grade A').first().waitFor();
    await desk.page.getByText('0.75% by the account').waitFor();
    await desk.page.getByText('0.8% is more than the 0.75% allowed').waitFor();

    await tell(server, published(secondVersion, firstVersion, [{ ...box('trend', 'Weekly trend is up') }, ...fields.slice(2)]));
    await desk.page.getByText('Version 2 is out.').waitFor();
    await button(desk.page, 'Answers').click();
    const answers = desk.page.getByRole('list', { name: 'Answers' });
    await answers.getByText('Daily trend is up').waitFor();
    await answers.getByText('It held three times.').waitFor();
    await expect.poll(() => answers.getByText('Higher lows').count()).toBe(2);
    await answers.getByRole('button', { name: 'Open chart.png' }).first().waitFor();
    expect(await barriersOn(desk.page)).toEqual([]);

    // Going on with the newer version is an answer of its own, and the one before stays in sight.
    await button(desk.page, 'Answer again').click();
    await button(desk.page, 'Go on with version 2').click();
    await desk.page.getByRole('checkbox', { name: 'Weekly trend is up' }).uncheck();
    await button(desk.page, 'Submit again').click();
    await desk.page.getByText(/Answered with version 2,/).waitFor();
    await button(desk.page, 'Earlier answers').click();
    await desk.page.getByText('Weekly trend is up: Yes → Not answered').waitFor();
  }));

test('two devices tick different boxes without a network, and both stay', () =>
  onStage(async ({ server, device }) => {
    const [phone, desk] = [await device({ screen: 'phone' }), await device()];
    await withABook(server, phone, desk);
    for (const one of [phone, desk]) {
      await atThePosition(one);
      await one.page.getByText('Breakout fits this trade').waitFor();
      await readyOffline(one.page);
      await one.goOffline();
      await begins(one.page);
    }
    await tick(phone.page, 'Daily trend is up');
    await tick(desk.page, 'Sector is strong');
    for (const one of [phone, desk]) await one.page.getByText('Saved on this device').waitFor();
    for (const one of [phone, desk]) await one.goOnline();
    for (const { page } of [phone, desk]) {
      await expect.poll(() => page.getByRole('checkbox', { name: 'Sector is strong' }).isChecked(), { timeout: 20_000 }).toBe(true);
      await expect.poll(() => page.getByRole('checkbox', { name: 'Daily trend is up' }).isChecked(), { timeout: 20_000 }).toBe(true);
    }
  }));

const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script><a href="javascript:document.title=3">chart</a>';

test('a comment runs nothing, while it is written and when it is read', () =>
  onStage(async ({ server, device }) => {
    const desk = await device();
    await withABook(server, desk);
    const { page } = desk;
    await atThePosition(desk);
    await begins(page);
    await says(page, 'No earnings within a week', 'No');
    await says(page, 'I am calm', 'No');
    await button(page, 'Comment and evidence: Daily trend is up').click();
    const comment = page.getByRole('textbox', { name: 'Comment: Daily trend is up' });
    await comment.click();
    await comment.evaluate((editor, html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html);
      editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, hostile);
    await comment.getByText('chart').waitFor();
    await page.keyboard.type(' <b>as typed</b>');
    await button(page, 'Submit').click();
    await page.getByText(/Answered with version 1,/).waitFor();
    await button(page, 'Answers').click();
    const answers = page.getByRole('list', { name: 'Answers' });
    await answers.getByText('<b>as typed</b>').waitFor();
    expect(await answers.locator('img, script, a').count()).toBe(0);
    expect(await page.title()).toMatch(/^AAPL/);
    // The policy of the page says no to what is pasted as well, and says so.
    expect(desk.problems.splice(0).filter((problem) => !problem.includes('Content Security Policy'))).toEqual([]);
  }));

test('evidence is an address or what is attached already, is taken back, and is missed when it is gone', () =>
  onStage(async ({ server, device }) => {
    const desk = await device();
    await withABook(server, desk);
    const { page } = desk;
    await atThePosition(desk);
    await opensFiles(page, page.getByRole('region', { name: 'Pictures and files' }).getByRole('button', { name: 'Add a file' }));
    await button(page, 'Open chart.png').waitFor();
    await begins(page);
    await button(page, 'Comment and evidence: Daily trend is up').click();
    await button(page, 'Choose').click();
    await button(page, 'Show chart.png').click();
    await button(page, 'Remove chart.png').click();
    await button(page, 'Bring it back').click();
    await button(page, 'Remove chart.png').waitFor();

    await button(page, 'Add a link').click();
    const link = page.getByRole('dialog', { name: 'Add a link' });
    await link.getByRole('textbox', { name: 'Address' }).fill('javascript:alert(1)');
    await link.getByRole('button', { name: 'Add' }).click();
    await link.getByText(/begins with http/).waitFor();
    await link.getByRole('textbox', { name: 'Address' }).fill('https://example.org/chart');
    await link.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('link', { name: 'https://example.org/chart' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await button(page, 'Open chart.png').click();
    await page.getByRole('dialog', { name: 'chart.png' }).getByRole('button', { name: 'Remove' }).click();
    await button(page, 'Go on filling in').click();
    await button(page, 'Comment and evidence, 2 there: Daily trend is up').click();
    await page.getByText('No longer attached').waitFor();
  }));

test('an instrument is watched on a day, traded, and linked to its trade', () =>
  onStage(async ({ server, device }) => {
    const phone = await device({ screen: 'phone' });
    await withABook(server, phone);
    const { page } = phone;
    await page.goto(`${phone.origin}/day`);
    await button(page, 'Add an instrument').click();
    const adding = page.getByRole('dialog', { name: 'Add an instrument' });
    await adding.getByRole('combobox', { name: 'Symbol' }).fill('nvda');
    await adding.getByRole('button', { name: 'Add', exact: true }).click();
    await tick(page, 'Daily trend is up', 'Trade entered');
    await says(page, 'No earnings within a week', 'Yes');
    await says(page, 'I am calm', 'Yes');
    await button(page, 'Submit').click();
    const watched = page.getByRole('region', { name: 'Instruments' });
    await watched.getByText('Trade entered').waitFor();
    await watched.getByText('May risk 0%').waitFor();
    expect(await barriersOn(page)).toEqual([]);

    await page.goto(`${phone.origin}/positions/new`);
    await page.getByLabel('The trade in one line').fill('+100 NVDA 187.20');
    await page.keyboard.press('Enter');
    await page.getByText('Breakout was filled in for NVDA on this day.').waitFor();
    await button(page, 'Link to this trade').click();
    await page.getByText('Breakout is linked to the trade.').waitFor();
    await page.getByRole('link', { name: /NVDA/ }).click();
    await page.getByText(/Checklist of NVDA/).waitFor();
    await button(page, 'Unlink').click();
    await button(page, 'Link to this trade').click();
    await page.getByText(/Checklist of NVDA/).waitFor();
  }));

test('trades are filtered and grouped by what was answered', () =>
  onStage(async ({ server, device }) => {
    const desk = await device();
    await withABook(server, desk);
    const { page } = desk;
    await atThePosition(desk);
    await begins(page);
    await tick(page, ...boxes);
    await says(page, 'No earnings within a week', 'Yes');
    await says(page, 'I am calm', 'No');
    await says(page, 'Direction', 'Short');
    await line(page, 'Distance to the stop').fill('2.5');
    await button(page, 'Submit').click();
    await page.getByText(/Answered with version 1,/).waitFor();

    await page.goto(`${desk.origin}/positions`);
    await page.getByText('Grade D').waitFor();
    await button(page, 'Filters').click();
    const filters = page.getByRole('dialog', { name: 'Filters' });
    await filters.getByLabel('Playbook').selectOption('Breakout');
    await filters.getByLabel('Direction').selectOption('Long');
    await filters.getByRole('button', { name: 'Show 0 positions' }).waitFor();
    await filters.getByLabel('Direction').selectOption('Short');
    await filters.getByLabel('Distance to the stop, at least').fill('2.5');
    await filters.getByRole('button', { name: 'Show 1 position' }).click();
    await page.getByLabel('Group').selectOption('By answer: Direction');
    await page.getByText('Short 1 position').waitFor();
    await page.getByText('Direction: Short').waitFor();
    expect(await barriersOn(page)).toEqual([]);

    // What was answered stays something to look for, also when nobody asks it any more.
    await tell(server, published(secondVersion, firstVersion, fields.slice(0, 4)));
    await page.getByText('Direction (no longer asked): Short').waitFor();
    await button(page, 'Filters').click();
    await filters.getByLabel('Direction (no longer asked)').selectOption('Long');
    await filters.getByRole('button', { name: 'Show 0 positions' }).waitFor();
  }));
