import { readFile } from 'node:fs/promises';
import { responseId } from '@taffrail/domain/playbooks';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  barriersOn,
  claims,
  giveBook,
  invites,
  newId,
  onStage,
  opensFirstAccount,
  setupLink,
  tell,
  theApp,
  type Device,
  type StageServer,
} from './harness/index.ts';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const dialog = (page: Page) => page.locator('dialog[open]');
const undo = (page: Page) => page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).last().click();
const fieldLabels = (page: Page) =>
  page.getByRole('list', { name: 'Fields' }).locator('[data-field] > span:first-child > span:first-child');
const labels = (page: Page): Promise<string[]> => fieldLabels(page).allTextContents();
const savedOn = (page: Page, where: 'this device' | 'the server') => page.getByText(`Saved on ${where}`).waitFor();

async function atTheShelf({ page, origin }: Device, of: 'the server' | 'this device' = 'this device'): Promise<void> {
  await giveBook(page, origin, of);
  await page.goto(`${origin}/playbooks`);
  await theApp(page);
  await heading(page, 'Playbooks');
}

async function beginsWith(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Use this: ${name}` }).click();
  await heading(page, `Edit ${name}`);
}

async function publishes(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Publish', exact: true }).click();
  await dialog(page).waitFor({ state: 'detached' });
}

/** Goes on by Tab until what has the focus is called so. */
async function tabsTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let n = 0; n < 80; n += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const label =
        element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels?.[0]?.textContent : undefined;
      return element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '';
    });
    passed.push(focused);
    if (typeof name === 'string' ? focused.trim() === name : name.test(focused)) return;
  }
  throw new Error(`Tab never came to ${String(name)}, but to ${passed.join(' | ')}`);
}

describe('a playbook is built at the desk', () => {
  test('by keyboard alone, tried out, published, changed and published again, with what differs in words', () =>
    onStage(async ({ device }) => {
      const desk = await device();
      const { page } = desk;
      await giveBook(page, desk.origin, 'this device');
      await page.goto(`${desk.origin}/more`);
      await heading(page, 'More');
      await page.keyboard.press('g');
      await page.keyboard.press('b');
      await heading(page, 'Playbooks');
      await page.getByText('Write down how you trade').waitFor();
      await tabsTo(page, 'Begin with nothing');
      await page.keyboard.press('Enter');
      await heading(page, 'New playbook');
      await tabsTo(page, 'Name');
      await page.keyboard.type('Opening drive');
      await tabsTo(page, 'Add a field');
      await page.keyboard.press('Enter');
      await page.getByLabel('What is asked').waitFor();
      for (const label of ['Volume above average', 'With the market']) {
        await page.keyboard.type(label);
        await page.keyboard.press('Enter');
      }
      await page.keyboard.type('Stop is placed');
      await expect.poll(() => labels(page)).toEqual(['Volume above average', 'With the market', 'Stop is placed']);

      await page.keyboard.press('Alt+ArrowUp');
      await page.getByText('Stop is placed is now 2 of 3').waitFor();
      await page.keyboard.press('Alt+ArrowUp');
      await expect.poll(() => labels(page)).toEqual(['Stop is placed', 'Volume above average', 'With the market']);
      expect(await page.getByLabel('What is asked').evaluate((field) => field === document.activeElement)).toBe(true);

      const preview = page.getByRole('complementary');
      await preview.getByText('Grade D', { exact: true }).waitFor();
      await preview.getByRole('checkbox', { name: 'Stop is placed' }).focus();
      await page.keyboard.press('Space');
      await preview.getByRole('checkbox', { name: 'Volume above average' }).focus();
      await page.keyboard.press('Space');
      await preview.getByText('Grade C', { exact: true }).waitFor();
      await preview.getByText('66.66%').waitFor();
      await preview.getByText('0.25%').waitFor();

      await page.getByRole('button', { name: 'Publish', exact: true }).focus();
      await page.keyboard.press('Enter');
      await dialog(page).getByText('The first version').waitFor();
      await page.keyboard.press('Enter');
      await page.getByText('Opening drive, version 1, is published.').waitFor();
      await page.getByRole('link', { name: 'Open it' }).focus();
      await page.keyboard.press('Enter');
      await heading(page, 'Opening drive');

      await page.keyboard.press('e');
      await heading(page, 'Edit Opening drive');
      await page.getByRole('button', { name: /^Volume above average/ }).focus();
      await page.keyboard.press('Enter');
      await page.getByLabel('Weight', { exact: true }).focus();
      await page.keyboard.press('Control+A');
      await page.keyboard.type('3');
      await page.getByRole('button', { name: 'Publish', exact: true }).focus();
      await page.keyboard.press('Enter');
      await dialog(page).getByText('Volume above average. Weight: was 1, is 3').waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: 'Open it' }).last().click();
      await heading(page, 'Opening drive');
      await page.getByText('Version 2', { exact: true }).first().waitFor();
      await page.getByText('Volume above average. Weight: was 1, is 3').waitFor();
      expect(await barriersOn(page)).toEqual([]);
    }));

  test('what cannot be published is said beside its field; what is seldom meant is warned of', () =>
    onStage(async ({ device }) => {
      const desk = await device();
      const { page } = desk;
      await atTheShelf(desk);
      await page.getByRole('button', { name: 'Begin with nothing' }).click();
      await heading(page, 'New playbook');
      await page.getByRole('button', { name: 'Publish', exact: true }).click();
      await page.getByText('2 things are to be put right first').waitFor();
      await page.getByLabel('Name', { exact: true }).fill('Fade');
      await page.getByRole('button', { name: 'Add a field' }).click();
      await page.getByLabel('What is asked').fill('Which level');
      await page.getByLabel('Answered by').selectOption({ label: 'Line of text' });
      await page.getByLabel('Looks like').fill('(?<=x)y');
      await page.getByRole('alert').getByText('Which level').waitFor();
      expect(await page.getByLabel('Looks like').getAttribute('aria-invalid')).toBe('true');
      await page.getByLabel('Looks like').fill('^(a+)+$');
      await page.getByText('are to be put right first').waitFor({ state: 'detached' });
      await page.getByLabel('Grade B may risk').fill('2');
      await page.getByText('Grade B may risk more than grade A. It is taken as written.').waitFor();
      await page.getByLabel('Grade A from').fill('50');
      await page.getByText('Grade A asks for less than grade B.').waitFor();
      expect(await barriersOn(page)).toEqual([]);
    }));

  test('a field is dragged by a mouse and by a thumb, copied, taken away and brought back', () =>
    onStage(async ({ device }) => {
      const desk = await device();
      await atTheShelf(desk);
      await beginsWith(desk.page, 'Mean reversion');
      const [first = '', second = '', third = ''] = await labels(desk.page);
      const handles = desk.page.getByRole('list', { name: 'Fields' }).locator('[data-handle]');
      const [from, to] = [await handles.nth(0).boundingBox(), await handles.nth(2).boundingBox()];
      if (from === null || to === null) throw new Error('there is nothing to drag');
      await desk.page.mouse.move(from.x + 10, from.y + 10);
      await desk.page.mouse.down();
      await desk.page.mouse.move(to.x + 10, to.y + 20, { steps: 8 });
      await desk.page.mouse.up();
      await expect.poll(async () => (await labels(desk.page)).slice(0, 3)).toEqual([second, third, first]);

      await desk.page.getByRole('button', { name: second }).and(desk.page.locator('[data-field]')).click();
      await desk.page.getByRole('button', { name: 'Duplicate' }).click();
      await expect.poll(async () => (await labels(desk.page)).slice(0, 3)).toEqual([second, second, third]);
      await desk.page.getByRole('button', { name: 'Remove', exact: true }).click();
      await expect.poll(async () => (await labels(desk.page)).slice(0, 2)).toEqual([second, third]);
      await undo(desk.page);
      await expect.poll(async () => (await labels(desk.page)).slice(0, 2)).toEqual([second, second]);

      const phone = await device({ screen: 'phone' });
      await atTheShelf(phone);
      await beginsWith(phone.page, 'Mean reversion');
      await thumbDrags(phone, 0, 1);
      await expect.poll(async () => (await labels(phone.page)).slice(0, 2)).toEqual([second, first]);
    }));
});

/** From the handle of one field to that of another, as a touch screen tells it. */
async function thumbDrags({ page, context }: Device, from: number, to: number): Promise<void> {
  const handles = page.getByRole('list', { name: 'Fields' }).locator('[data-handle]');
  // Near the edge of the window it would scroll on.
  await handles.nth(from).evaluate((handle) => handle.scrollIntoView({ block: 'center' }));
  const [begin, end] = [await handles.nth(from).boundingBox(), await handles.nth(to).boundingBox()];
  if (begin === null || end === null) throw new Error('there is nothing to drag');
  const tools = await context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
    tools.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: begin.x + 15, y }] });
  await touch('touchStart', begin.y + 15);
  for (let step = 1; step <= 8; step += 1) await touch('touchMove', begin.y + 15 + ((end.y + 20 - begin.y) * step) / 8);
  await touch('touchEnd');
  await tools.detach();
}

test('a playbook that is saved as a file and brought back says the same, without what nobody knows', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    const { page, origin } = desk;
    await atTheShelf(desk);
    await beginsWith(page, 'Earnings option spread');
    await publishes(page);
    const saved = await savedFile(page);

    const laptop = await device();
    await atTheShelf(laptop);
    const choosing = laptop.page.waitForEvent('filechooser');
    await laptop.page.getByRole('button', { name: 'Import a file' }).click();
    const strange = { ...(JSON.parse(saved) as object), sender: 'somebody' };
    const buffer = Buffer.from(JSON.stringify(strange));
    await (await choosing).setFiles({ name: 'earnings.json', mimeType: 'application/json', buffer });
    await heading(laptop.page, 'Edit Earnings option spread');
    await publishes(laptop.page);
    expect(await savedFile(laptop.page)).toBe(saved);

    await page.goto(`${origin}/playbooks`);
    await page.getByRole('button', { name: 'New playbook' }).click();
    const again = page.waitForEvent('filechooser');
    await dialog(page).getByRole('button', { name: 'Import a file' }).click();
    await (await again).setFiles({ name: 'film.json', mimeType: 'application/json', buffer: Buffer.from('[1, 2') });
    await page.getByText('film.json was not imported.').waitFor();
    const third = page.waitForEvent('filechooser');
    await dialog(page).getByRole('button', { name: 'Import a file' }).click();
    await (await third).setFiles({ name: 'earnings.json', mimeType: 'application/json', buffer });
    await heading(page, 'Edit Earnings option spread');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await dialog(page).getByRole('button', { name: 'Publish', exact: true }).click();
    await dialog(page).getByText('belongs to another playbook').waitFor();
  }));

/** From the page of the playbook that was just published. */
async function savedFile(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Open it' }).last().click();
  await heading(page, 'Earnings option spread');
  await page.getByRole('button', { name: 'More' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Save as a file' }).click();
  return readFile(await (await downloading).path(), 'utf8');
}

test('two devices write one draft, one of them without a network: both stay, and both see it as a draft', () =>
  onStage(async ({ device }) => {
    const [desk, laptop] = [await device(), await device()];
    await atTheShelf(desk, 'the server');
    await beginsWith(desk.page, 'Swing trade');
    await savedOn(desk.page, 'the server');
    await atTheShelf(laptop, 'the server');
    const [first = '', second = ''] = await labels(desk.page);

    await laptop.page.getByRole('link', { name: /Swing trade.*Draft/ }).click();
    await heading(laptop.page, 'Edit Swing trade');
    await desk.page.getByText('Also here: Trial').waitFor();
    await laptop.goOffline();
    await laptop.page.getByLabel('Name', { exact: true }).fill('Swing from the tunnel');
    await laptop.page.getByRole('button', { name: second }).and(laptop.page.locator('[data-field]')).click();
    await laptop.page.getByRole('button', { name: 'Move up' }).click();
    await savedOn(laptop.page, 'this device');

    await desk.page.getByRole('button', { name: first }).and(desk.page.locator('[data-field]')).click();
    await desk.page.getByLabel('What is asked').fill('Said at the desk');
    await desk.page.getByLabel('Grade A may risk').fill('0.8');
    await savedOn(desk.page, 'the server');
    await laptop.goOnline();
    for (const { page } of [laptop, desk]) {
      await heading(page, 'Edit Swing from the tunnel');
      await expect.poll(async () => (await labels(page)).slice(0, 2), { timeout: 20_000 }).toEqual([second, 'Said at the desk']);
      await expect.poll(() => page.getByLabel('Grade A may risk').inputValue()).toBe('0.8');
    }
  }));

test('a playbook is retired and brought back, and a draft that is given up can be had again', () =>
  onStage(async ({ device }) => {
    const desk = await device({ screen: 'phone' });
    const { page } = desk;
    await atTheShelf(desk);
    await beginsWith(page, 'Breakout');
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Discard the draft' }).click();
    await page.getByText('Write down how you trade').waitFor();
    await undo(page);
    await page.getByRole('link', { name: /Breakout/ }).click();
    await heading(page, 'Edit Breakout');
    expect(await labels(page)).toHaveLength(13);
    await publishes(page);
    await page.getByRole('link', { name: 'Open it' }).click();
    await heading(page, 'Breakout');
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Retire' }).click();
    await page.getByText('It is not offered for new trades.').waitFor();
    await undo(page);
    await page.getByText('It is not offered for new trades.').waitFor({ state: 'detached' });
  }));

const THRESHOLDS = { A: '0.9', B: '0.75', C: '0.6' };

/** Trades that were checked with a playbook of two rules, and closed: most that followed both made money. */
async function tradedBy(
  server: StageServer,
  trades: readonly (readonly [volume: boolean, trend: boolean, exit: string])[],
): Promise<string> {
  const [playbook, version, account] = [newId(), newId(), newId()];
  const field = (key: string, label: string) => ({ key, label, type: 'boolean', weight: '1' });
  const content = {
    name: 'Opening drive',
    purpose: 'pre',
    fields: [field('volume', 'Volume above average'), field('trend', 'With the market')],
    grade_thresholds: THRESHOLDS,
  };
  await tell(
    server,
    { type: 'OpenAccount', aggregate_id: account, payload: { name: 'Main', broker: 'Paper', currency: 'USD', zone: 'America/New_York' } },
    { type: 'PublishPlaybook', aggregate_id: playbook, payload: { version_id: version, content, base_version_id: null } },
  );
  for (const [volume, trend, exit] of trades) {
    const [position, leg] = [newId(), newId()];
    const fill = (price: string, quantity: string) => ({ fill_id: newId(), leg_id: leg, price, quantity });
    const subject = { type: 'position', id: position } as const;
    await tell(
      server,
      {
        type: 'CreatePosition',
        aggregate_id: position,
        payload: {
          account_id: account,
          symbol: 'KEEL',
          legs: [{ id: leg, instrument_type: 'stock', quantity: '100' }],
          plan: { entry: '50', stop: '49' },
          fills: [fill('50', '100'), fill(exit, '-100')],
        },
      },
      {
        type: 'SubmitResponse',
        aggregate_id: responseId(subject, playbook),
        payload: { subject, playbook_id: playbook, version_id: version, values: { volume, trend } },
      },
    );
  }
  return playbook;
}

test('what came of each grade and of each rule is told, and that few trades say little', () =>
  onStage(async ({ server, device }) => {
    const playbook = await tradedBy(server, [
      [true, true, '52'],
      [true, true, '51'],
      [true, true, '49'],
      [true, false, '49'],
      [false, false, '49.5'],
    ]);
    const desk = await device();
    await atTheShelf(desk, 'the server');
    const row = desk.page.getByRole('row', { name: /Opening drive/ });
    await row.getByText('3×').waitFor();
    await row.getByText('+0.67R').waitFor();
    await row.getByRole('link').click();
    await heading(desk.page, 'Opening drive');
    await desk.page.getByText('5 closed trades. So few say more about luck').waitFor();
    const cells = (name: RegExp) => desk.page.getByRole('row', { name }).getByRole('cell').allInnerTexts();
    const byGrade = desk.page.getByRole('table').first();
    await byGrade.getByRole('row', { name: /Grade A/ }).waitFor();
    expect((await cells(/Grade A/)).slice(0, 2)).toEqual([expect.stringMatching(/^3/), '66.67%']);
    await desk.page.getByRole('rowheader', { name: 'With the market' }).waitFor();
    const broken = await desk.page
      .getByRole('row', { name: /^Broken/ })
      .nth(1)
      .innerText();
    expect(broken).toContain('\u22120.75R');
    expect(broken).toContain('\u2212$150.00');
    expect(await barriersOn(desk.page)).toEqual([]);
    expect(playbook).toBe(desk.page.url().split('/').at(-1));
  }));

test('the address of a draft that nobody began says whose next version would begin there', () =>
  onStage(async ({ server, device }) => {
    const playbook = await tradedBy(server, []);
    const desk = await device();
    await atTheShelf(desk, 'the server');
    await desk.page.getByRole('link', { name: /Opening drive/ }).waitFor();
    await desk.page.goto(`${desk.origin}/playbooks/${playbook}/edit`);
    await heading(desk.page, 'Edit Opening drive');
    await desk.page.getByText('Version 1 is published').waitFor();
    await desk.page.getByRole('button', { name: 'Write the next version' }).click();
    await desk.page.getByLabel('Name', { exact: true }).waitFor();
    await heading(desk.page, 'Edit Opening drive');
  }));

/** One playbook is published and answered for a trade, begun for an instrument of today; another is a draft. */
async function writesAndAnswers({ page, origin }: Device): Promise<void> {
  await page.goto(`${origin}/positions/new`);
  await page.getByLabel('The trade in one line').fill('+100 AAPL 187.20');
  await page.keyboard.press('Enter');
  await dialog(page).waitFor({ state: 'detached' });
  await page.goto(`${origin}/playbooks`);
  await page.getByRole('button', { name: 'Begin with nothing' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Opening drive');
  await page.getByRole('button', { name: 'Add a field' }).click();
  await page.getByLabel('What is asked').fill('Volume above average');
  await publishes(page);
  await page.goto(`${origin}/playbooks`);
  await page.getByRole('button', { name: 'New playbook' }).click();
  await beginsWith(page, 'Swing trade');
  await savedOn(page, 'the server');

  await page.goto(`${origin}/positions`);
  await page.getByRole('link', { name: 'AAPL' }).first().click();
  await page.getByRole('button', { name: 'Choose a playbook' }).click();
  await page.getByRole('button', { name: 'Fill in' }).click();
  await page.getByRole('checkbox', { name: 'Volume above average' }).check();
  await page.getByRole('button', { name: 'Submit' }).click();
  await page.getByText(/Answered with version 1,/).waitFor();

  await page.goto(`${origin}/day`);
  await page.getByRole('button', { name: 'Add an instrument' }).click();
  await dialog(page).getByRole('combobox', { name: 'Symbol' }).fill('nvda');
  await dialog(page).getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Volume above average' }).check();
  await savedOn(page, 'the server');
}

test('whoever may only read sees drafts, versions and answers, and is offered nothing to write', () =>
  onStage(
    async ({ server, device }) => {
      const [desk, other] = [await device(), await device()];
      const { page, origin } = other;
      const offered = (): Promise<string[]> => page.getByRole('main').getByRole('button').allInnerTexts();
      const writing = expect.stringMatching(/New|Use this|Import|Begin|Edit|Publish|Retire|Fill|filling|again|Submit|Choose|Add|Remove/);
      await claims(desk.page, setupLink(server.output(), desk.origin));
      await opensFirstAccount(desk.page);
      await desk.page.goto(desk.origin);
      await desk.page.getByText('No checklist yet').waitFor();
      await writesAndAnswers(desk);
      await desk.page.goto(desk.origin);
      await desk.page.getByRole('link', { name: /NVDA/ }).waitFor();
      expect(await desk.page.getByText('No checklist yet').count()).toBe(0);
      await invites(desk, other);
      await page.getByText('You may read this book.').waitFor();

      await page.goto(`${origin}/playbooks`);
      await page.getByRole('link', { name: /Swing trade.*Draft/ }).click();
      await heading(page, 'Swing trade');
      await page.getByRole('heading', { name: 'What it asks' }).waitFor();
      expect(await page.getByRole('main').getByRole('textbox').count()).toBe(0);
      expect(await offered()).not.toContainEqual(writing);
      expect(await barriersOn(page)).toEqual([]);
      await page.goto(`${origin}/playbooks`);
      await page.getByRole('link', { name: /Opening drive/ }).click();
      await heading(page, 'Opening drive');
      await page.getByText('Version 1', { exact: true }).first().waitFor();
      await page.keyboard.press('e');
      expect(await offered()).not.toContainEqual(writing);
      await page.getByRole('button', { name: 'More', exact: true }).click();
      expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(['Save as a file']);

      await page.goto(`${origin}/day`);
      const watched = page.getByRole('region', { name: 'Instruments' });
      await watched.getByRole('button', { name: 'Answers' }).waitFor();
      expect(await watched.getByRole('button').count()).toBe(1);
      await watched.getByRole('button', { name: 'Answers' }).click();
      await dialog(page).getByRole('list', { name: 'Answers' }).getByText('Volume above average').waitFor();
      expect(await dialog(page).getByRole('checkbox').count()).toBe(0);
      expect(await offered()).not.toContainEqual(writing);
      expect(await barriersOn(page)).toEqual([]);

      await page.goto(`${origin}/positions`);
      await page.getByRole('link', { name: 'AAPL' }).first().click();
      await page.getByText(/Answered with version 1,/).waitFor();
      await page.getByRole('button', { name: 'Answers' }).click();
      await page.getByRole('list', { name: 'Answers' }).getByText('Volume above average').waitFor();
      expect(await offered()).not.toContainEqual(writing);
    },
    { isUnclaimed: true },
  ));
