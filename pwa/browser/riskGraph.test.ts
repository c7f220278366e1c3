import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { barriersOn, giveBook, newId, onStage, readyOffline, tell, theApp, type Device } from './harness/index.ts';

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const list = (page: Page) => page.getByRole('list', { name: 'Strategies' });
const headline = (page: Page) => page.getByRole('region', { name: 'Profit and loss' });
const figure = (page: Page, term: string) =>
  headline(page)
    .locator('div')
    .filter({ has: page.getByText(term, { exact: true }) })
    .locator('dd');

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
      // At the middle of its strikes on its last day it has earned all it can.
      await expect.poll(() => figure(desktop.page, 'Result here').textContent()).toBe('+1,200');
      await slides(desktop.page, 'Price', 'Home');
      await expect.poll(() => figure(desktop.page, 'Result here').textContent()).toBe('−3,800');
      await list(desktop.page).getByRole('checkbox', { name: 'SPX Iron condor' }).click();
      await desktop.page.getByRole('button', { name: 'More: SPX Iron condor' }).click();
      await desktop.page.getByRole('menuitem', { name: 'What was changed' }).click();
      const trail = desktop.page.getByRole('dialog');
      expect(await trail.getByRole('listitem').locator('strong').allTextContents()).toEqual(['Shown or hidden', 'Added']);
    }));

  test('begins with three examples, of which one tap draws one', () =>
    onStage(async ({ device }) => {
      const phone = await device({ screen: 'phone' });
      await atTheGraph(phone, 'this device');
      expect(await phone.page.getByRole('listitem').getByRole('button').count()).toBe(3);
      await phone.page.getByRole('button', { name: /^Calendar/ }).click();
      await list(phone.page).getByText('Calendar').first().waitFor();
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

  test('passes a template on by a code', () =>
    onStage(async ({ device }) => {
      const { page, origin } = await device({ theme: 'dark' });
      await giveBook(page, origin, 'the server');
      await page.goto(`${origin}/risk`);
      await page.getByRole('button', { name: /^Iron condor/ }).click();
      await page.getByRole('button', { name: 'More: Iron condor' }).click();
      await page.getByRole('menuitem', { name: 'Save as a template' }).click();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText('Iron condor is saved as a template').waitFor();
      const templates = async (): Promise<void> => {
        await page.getByRole('button', { name: 'More', exact: true }).click();
        await page.getByRole('menuitem', { name: 'Templates' }).click();
      };
      await templates();
      await page.getByRole('button', { name: 'More: Iron condor' }).last().click();
      await page.getByRole('menuitem', { name: 'Share' }).click();
      const code = await page.getByText(/^[0-9a-z]{16}$/).textContent();
      await page.getByRole('dialog', { name: 'Share Iron condor' }).getByRole('button', { name: 'Close' }).last().click();
      await page.getByLabel('Share code').fill(code!);
      await page.getByRole('button', { name: 'Take it' }).click();
      await expect.poll(() => page.getByRole('button', { name: 'Use', exact: true }).count()).toBe(2);
      expect(await barriersOn(page)).toEqual([]);
      await page.getByRole('button', { name: 'Use', exact: true }).first().click();
      await page.getByLabel('Around the price of').fill('200');
      await page.getByRole('button', { name: 'Use', exact: true }).last().click();
      await expect.poll(() => list(page).getByText('Iron condor', { exact: true }).count()).toBe(2);
    }));

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
