import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { TRADING_RULES_ID, usualRules } from '@taffrail/domain/discipline';
import { marketViewId } from '@taffrail/domain/riskgraph';
import {
  barriersOn,
  claims,
  giveBook,
  invites,
  newId,
  onStage,
  opensFirstAccount,
  readyOffline,
  setupLink,
  tell,
  theApp,
  type Device,
  type StageServer,
} from './harness/index.ts';

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const list = (page: Page) => page.getByRole('list', { name: 'Strategies' });
const headline = (page: Page) => page.getByRole('region', { name: 'Profit and loss' });
const figure = (page: Page, term: string) =>
  headline(page)
    .locator('div')
    .filter({ has: page.getByText(term, { exact: true }) })
    .locator('dd');

/** From a menu; of two with one name, that of what lies on top. */
async function chooses(page: Page, menu: string, item: string): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).last().click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

async function atTheGraph({ page, origin }: Device, of: 'the server' | 'this device', search = ''): Promise<void> {
  await giveBook(page, origin, of);
  await page.goto(`${origin}/risk${search}`);
  await theApp(page);
  await page.getByRole('heading', { level: 1, name: 'Risk graph' }).waitFor();
}

/** By hand: a structure around a price, then the price that was got for it. */
async function addsIronCondor(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add a strategy' }).click();
  await field(page, 'Around the price of').fill('6000');
  await field(page, 'Width').fill('50');
  await page.getByRole('button', { name: 'Set the legs' }).click();
  await page.getByLabel('Paid for one').fill('-12');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}

async function slides(page: Page, name: string, to: 'End' | 'Home'): Promise<void> {
  await page.getByRole('slider', { name }).focus();
  await page.keyboard.press(to);
}

/** Two strategies on an index of which somebody has said where it stands. */
async function drawn(server: StageServer): Promise<void> {
  const leg = (right: 'call' | 'put', strike: string, quantity: string, days = 30) => ({
    id: newId(),
    instrument_type: 'option',
    expiry: Temporal.Now.plainDateISO('America/New_York').add({ days }).toString(),
    strike,
    right,
    exercise: 'european',
    quantity,
    multiplier: '100',
  });
  const spx = { symbol: 'SPX', underlying: 'SPX' };
  const condor = [leg('put', '5900', '1'), leg('put', '5950', '-1'), leg('call', '6050', '-1'), leg('call', '6100', '1')];
  const calendar = [leg('call', '6000', '-1'), leg('call', '6000', '1', 58)];
  const view = { follows: 'spot', spot: '6010.5', volatility: '0.16', rate: '0.04', dividend_yield: '0', skew: null };
  await tell(
    server,
    { type: 'SetMarketView', aggregate_id: marketViewId('SPX'), payload: { underlying: 'SPX', ...view } },
    { type: 'AddStrategy', aggregate_id: newId(), payload: { ...spx, legs: condor, debit: '-12' } },
    { type: 'AddStrategy', aggregate_id: newId(), payload: { ...spx, legs: calendar, label: 'Calendar 6000' } },
  );
}

/** Whoever was let in to look writes in a book of their own. */
async function makesOwnBook({ page, origin }: Device): Promise<void> {
  await page.getByText('Nothing is open').waitFor();
  await page.goto(`${origin}/settings/books`);
  await page.getByText('On the server').first().waitFor();
  await page.getByRole('button', { name: 'New book' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('own');
  await page.getByRole('button', { name: 'Make it' }).click();
  await opensFirstAccount(page);
}

async function savesTemplate({ page, origin }: Device): Promise<void> {
  await page.goto(`${origin}/risk`);
  await page.getByRole('button', { name: /^Iron condor/ }).click();
  await chooses(page, 'More: Iron condor', 'Save as a template');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Iron condor is saved as a template').waitFor();
  await chooses(page, 'More', 'Templates');
}

/** What is shown of the code, once the sheet of templates is open. */
async function shares(page: Page) {
  await chooses(page, 'More: Wide condor', 'Share');
  return page.getByRole('dialog', { name: 'Share Wide condor' });
}

describe('the risk graph', () => {
  test('an iron condor drawn in a tunnel on the phone is on the desktop, and is dragged to its expiry there', () =>
    onStage(async ({ device }) => {
      const phone = await device({ screen: 'phone' });
      await atTheGraph(phone, 'the server');
      await readyOffline(phone.page);
      await phone.goOffline();
      await addsIronCondor(phone.page);
      await list(phone.page).getByText('SPX Iron condor').waitFor();
      await expect.poll(() => figure(phone.page, 'Most made').textContent()).toBe('+1,200');
      expect(await figure(phone.page, 'Most lost').textContent()).toBe('−3,800');
      expect(await figure(phone.page, 'Breakevens').textContent()).toBe('5,938.00 · 6,062.00');
      expect(await barriersOn(phone.page)).toEqual([]);

      const desktop = await device({ screen: 'desktop' });
      await atTheGraph(desktop, 'the server');
      await phone.goOnline();
      await list(desktop.page).getByText('SPX Iron condor').waitFor();
      expect(await barriersOn(desktop.page)).toEqual([]);
      await slides(desktop.page, 'Date', 'End');
      expect(await desktop.page.getByRole('slider', { name: 'Date' }).getAttribute('aria-valuetext')).toMatch(
        /^in \d+ days, result \+1,200$/,
      );
      // At the middle of its strikes on its last day it has earned all it can.
      await expect.poll(() => figure(desktop.page, 'Result here').textContent()).toBe('+1,200');
      await slides(desktop.page, 'Price', 'Home');
      await expect.poll(() => figure(desktop.page, 'Result here').textContent()).toBe('−3,800');
      await list(desktop.page).getByRole('checkbox', { name: 'SPX Iron condor' }).click();
      await desktop.page.getByRole('button', { name: 'More: SPX Iron condor' }).click();
      await desktop.page.getByRole('menuitem', { name: 'What was changed' }).click();
      const trail = desktop.page.getByRole('dialog');
      await expect.poll(() => trail.getByRole('listitem').locator('strong').allTextContents()).toEqual(['Hidden', 'Added']);
    }));

  test('begins with three examples, of which one tap draws one', () =>
    onStage(async ({ device }) => {
      const phone = await device({ screen: 'phone' });
      await atTheGraph(phone, 'this device');
      expect(await phone.page.getByRole('listitem').getByRole('button').count()).toBe(3);
      await phone.page.getByRole('button', { name: /^Calendar/ }).click();
      await list(phone.page).getByText('Calendar').first().waitFor();
      const file = (name: string, text: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
      await phone.page.locator('input[type="file"]').setInputFiles(file('film.json', ' '.repeat(10_000_000)));
      await phone.page.getByText('film.json was not taken. It has 10 MB, and at most 5 MB come in at once; split it.').waitFor();
      await phone.page.locator('input[type="file"]').setInputFiles(file('poem.json', '{ "roses": "red" }'));
      await phone.page.getByText('poem.json was not taken. This is no file of strategies').waitFor();
      expect(await barriersOn(phone.page)).toEqual([]);
    }));

  test('draws a position from the journal, and makes a plan of a strategy', () =>
    onStage(async ({ device, server }) => {
      const desktop = await device({ screen: 'desktop' });
      const { page, origin } = desktop;
      const id = newId();
      await giveBook(page, origin, 'the server');
      const [account_id, leg_id] = [newId(), newId()];
      const account = { name: 'Main', broker: 'Paper', currency: 'USD', zone: 'America/New_York' };
      const legs = [{ id: leg_id, instrument_type: 'stock', quantity: '100' }];
      const fills = [{ fill_id: newId(), leg_id, price: '50', quantity: '100' }];
      await tell(
        server,
        { type: 'OpenAccount', aggregate_id: account_id, payload: account },
        { type: 'CreatePosition', aggregate_id: id, payload: { account_id, symbol: 'ACME', legs, fills } },
      );
      await page.goto(`${origin}/positions/${id}`);
      await page.getByRole('main').getByRole('button', { name: 'More to do with this position', exact: true }).first().click();
      await page.getByRole('menuitem', { name: 'Draw this position' }).click();
      await list(page).getByText('ACME Stock').waitFor();
      expect(await figure(page, 'Breakevens').textContent()).toBe('50.00');
      await page.getByRole('button', { name: 'More: ACME Stock' }).click();
      await page.getByRole('menuitem', { name: 'Open as a plan' }).click();
      await page.getByRole('button', { name: 'Open the plan' }).click();
      await page.getByRole('heading', { level: 1, name: 'ACME' }).waitFor();
    }));

  test('makes a plan against the rules only with a reason, which stays on the record', () =>
    onStage(async ({ device, server }) => {
      const { page, origin } = await device({ screen: 'phone' });
      const account_id = newId();
      const account = { name: 'Main', broker: 'Paper', currency: 'USD', zone: 'America/New_York' };
      const rules = {
        rules: { ...usualRules, allowed_instruments: { mode: 'allow', types: ['stock'], symbols: [] } },
        from: Temporal.Now.plainDateISO('UTC').toString(),
      };
      await tell(
        server,
        { type: 'OpenAccount', aggregate_id: account_id, payload: account },
        { type: 'SetTradingRules', aggregate_id: TRADING_RULES_ID, payload: rules },
      );
      await giveBook(page, origin, 'the server');
      await page.goto(`${origin}/risk`);
      await page.getByRole('button', { name: /^Iron condor/ }).click();
      await chooses(page, 'More: Iron condor', 'Open as a plan');
      await page.getByRole('button', { name: 'Override, and say why' }).click();
      const asking = page.getByRole('dialog', { name: 'Trade against the rules' });
      expect(await barriersOn(page)).toEqual([]);
      await asking.getByLabel('Why all the same').fill('Hedges what is open');
      await asking.getByRole('button', { name: 'Override and save' }).click();
      await page.getByRole('heading', { level: 1, name: 'ACME' }).waitFor();
      await page.getByText('Hedges what is open').waitFor();
    }));

  test('prices a leg with what it trades at, and says where a price carries no information', () =>
    onStage(async ({ device, server }) => {
      const { page, origin } = await device();
      await drawn(server);
      await atTheGraph({ page, origin } as Device, 'the server');
      const row = page.getByRole('group', { name: 'Greeks' }).getByRole('row', { name: /Put 5,950/ });
      await row.getByText('16.0 market').waitFor();
      await chooses(page, 'More: SPX Iron condor', 'Change');
      const leg = page.getByRole('group', { name: 'Leg 2' });
      await leg.getByText('Priced with the volatility of the market').click();
      await leg.getByLabel('Trades at').fill('0');
      await leg.getByText('carries no information about the volatility').waitFor();
      expect(await barriersOn(page)).toEqual([]);
      await leg.getByLabel('Trades at').fill('150');
      await leg.getByText(/^Priced with a volatility of its own: [\d.]+%$/).waitFor();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await row.getByText('own').waitFor();
    }));

  test.each([
    { screen: 'phone', theme: 'dark' },
    { screen: 'desktop', theme: 'light' },
  ] as const)('keeps nobody out when it is full, on a $screen in the $theme', (on) =>
    onStage(async ({ device, server }) => {
      const { page, origin } = await device(on);
      await drawn(server);
      await atTheGraph({ page, origin } as Device, 'the server');
      await list(page).getByText('Calendar 6000').waitFor();
      await page.getByText('The graph as a table').click();
      await page.getByRole('group', { name: 'The graph as a table' }).getByRole('rowheader', { name: '6,000.00' }).waitFor();
      await headline(page)
        .getByText(/is touched$/)
        .first()
        .waitFor();
      expect(await barriersOn(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
      if (on.screen === 'phone') return;
      // A pointer reads both curves where it is, and moves nothing.
      const picture = page.getByRole('img', { name: /^At 6,010/ });
      await picture.hover({ position: { x: 200, y: 100 } });
      await page.getByText(/^At 5,\d+\.\d\d$/).waitFor();
      expect(await page.getByRole('slider', { name: 'Price' }).getAttribute('aria-valuetext')).toMatch(/^6,010\.50, result/);
    }),
  );

  test('passes a template on by a code, to somebody with a book of their own, counts it and takes it back', () =>
    onStage(
      async ({ server, device }) => {
        const owner = await device({ theme: 'dark' });
        await claims(owner.page, setupLink(server.output(), owner.origin));
        await opensFirstAccount(owner.page);
        await owner.page.keyboard.press('Escape');
        const other = await device({ screen: 'phone' });
        await invites(owner, other);
        await makesOwnBook(other);
        await savesTemplate(owner);
        await chooses(owner.page, 'More: Iron condor', 'Name and purpose');
        const renaming = owner.page.getByRole('dialog', { name: 'Name and purpose' });
        await renaming.getByLabel('Name').fill('Wide condor');
        await renaming.getByRole('button', { name: 'Save' }).click();
        const shown = await shares(owner.page);
        const code = await shown.getByText(/^[0-9a-z]{16}$/).textContent();
        await shown.getByText('Taken 0 times').waitFor();
        await shown.getByRole('button', { name: 'Close' }).last().click();

        const { page, origin } = other;
        await page.goto(`${origin}/risk`);
        await chooses(page, 'More', 'Templates');
        await page.getByLabel('Share code').fill(code!);
        await page.getByRole('button', { name: 'Take it' }).click();
        await page.getByText('Wide condor', { exact: true }).waitFor();
        expect(await barriersOn(page)).toEqual([]);
        await page.getByRole('button', { name: 'Use', exact: true }).click();
        await page.getByLabel('Around the price of').fill('200');
        await page.getByRole('button', { name: 'Use', exact: true }).last().click();
        await list(page).getByText('Wide condor').waitFor();

        const again = await shares(owner.page);
        await again.getByText('Taken once').waitFor();
        await again.getByRole('button', { name: 'Take the code back' }).click();
        await again.waitFor({ state: 'detached' });
        await chooses(page, 'More', 'Templates');
        await page.getByLabel('Share code').fill(code!);
        await page.getByRole('button', { name: 'Take it' }).click();
        await page.getByText(/There is no shared template/).waitFor();
      },
      { isUnclaimed: true },
    ));

  test('takes in what an older risk graph kept in the browser', () =>
    onStage(async ({ device }) => {
      const desktop = await device();
      const { page, origin } = desktop;
      await giveBook(page, origin, 'this device');
      const old = {
        id: '1',
        strategy: 'butterfly',
        side: 'call',
        strike: 6000,
        width: 25,
        dte: 9,
        expiration: '2030-03-15',
        debit: 2.35,
        visible: true,
      };
      await page.evaluate((kept) => localStorage.setItem('riskGraphStrategies', JSON.stringify([kept])), old);
      await page.goto(`${origin}/risk`);
      await page.getByRole('button', { name: 'Bring in' }).click();
      await list(page).getByText('SPX Butterfly').waitFor();
      expect(await page.evaluate(() => localStorage.getItem('riskGraphStrategies'))).toBeNull();
    }));
});
