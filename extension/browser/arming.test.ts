import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { barriersOn, giveBook, opens } from '../../pwa/browser/harness/index.ts';
import { atTheDesk, pairs } from './harness/desk.ts';
import { beginsHere, fillsInTicket, hasPlaybook, hasRules, positionsOf } from './harness/ground.ts';

const CHART = 'https://www.tradingview.com/chart/abc/';

const fieldOn = (panel: Page, label: string) => panel.getByLabel(label, { exact: true });

test('a ticket is read as it changes, and its plan is armed without a network and on the server once there is one', () =>
  atTheDesk(async (desk, { server, device }) => {
    await hasRules(server);
    const panel = await desk.openPanel();
    await pairs(desk, panel);
    await expect.poll(desk.badge).toBe('3');
    const broker = await desk.openBroker('tradingview/ticket.html', CHART);
    await panel.getByText('Ticket of TradingView').waitFor();
    await panel.getByText('No ticket is open on this page.').waitFor();

    await broker.click('#open-panel');
    await expect.poll(() => fieldOn(panel, 'Symbol').inputValue()).toBe('AAPL');
    await panel.getByText('Empty on the ticket').first().waitFor();
    await broker.fill('#quantity-field', '1.25');
    await panel.getByText('Cannot read quantity here: it is no number.').waitFor();
    expect(await fieldOn(panel, 'Quantity').inputValue()).toBe('');
    await fillsInTicket(broker, '50');
    await expect.poll(() => fieldOn(panel, 'Quantity').inputValue()).toBe('50');
    await expect.poll(() => fieldOn(panel, 'Price').inputValue()).toBe('1,234.56');
    await panel.getByText('100 at most, for 1% at the stop').waitFor();
    expect(await barriersOn(panel)).toEqual([]);

    await desk.device.goOffline();
    await desk.stopWorker();
    await panel.getByRole('button', { name: 'Arm the plan' }).click();
    await panel.getByText('AAPL is planned.').waitFor();
    await panel.reload();
    await panel.getByRole('region', { name: 'Planned, not filled yet' }).getByText('AAPL').waitFor();
    await desk.stopWorker();
    await desk.device.goOnline();
    await expect.poll(() => positionsOf(server)).toEqual([expect.objectContaining({ symbol: 'AAPL', status: 'planned' })]);
    const phone = await device({ screen: 'phone' });
    await giveBook(phone.page, phone.origin, 'the server');
    await phone.page.goto(`${phone.origin}/positions`);
    await opens(phone.page, /^AAPL/);

    await panel.getByLabel('At what price').fill('1234.5');
    await panel.getByRole('button', { name: 'Filled' }).click();
    await expect.poll(() => positionsOf(server)).toEqual([expect.objectContaining({ symbol: 'AAPL', status: 'open' })]);
    await expect.poll(desk.badge).toBe('2');
  }));

test('a checklist is graded beside the ticket, what is over the cap is gone over with a reason, and all of it is on the phone', () =>
  atTheDesk(async (desk, { server, device }) => {
    await hasRules(server);
    await hasPlaybook(server);
    const panel = await desk.openPanel();
    await pairs(desk, panel);
    const broker = await desk.openBroker('tradingview/ticket.html', CHART);
    await broker.click('#open-panel');
    await fillsInTicket(broker, '150');

    await panel.getByRole('button', { name: 'Override, and say why' }).waitFor();
    await panel.getByText('1.5% is meant to be risked').first().waitFor();
    await panel.getByText('Price is stretched').click();
    await panel.getByText('Yes', { exact: true }).click();
    await panel.getByText('Grade A').first().waitFor();
    await panel.getByRole('button', { name: 'Add a picture' }).click();
    await panel.getByRole('button', { name: 'Picture taken' }).waitFor();
    // Whoever closes the panel in the middle finds it as it was.
    await panel.reload();
    await panel.getByText('2 of 2 answered').waitFor();

    await panel.getByRole('button', { name: 'Override, and say why' }).click();
    const asking = panel.getByRole('dialog', { name: 'Trade against the rules' });
    await asking.getByLabel('Why all the same').fill('Hedges what is open');
    expect(await barriersOn(panel)).toEqual([]);
    await asking.getByRole('button', { name: 'Override and save' }).click();
    await panel.getByText('AAPL is planned.').waitFor();

    const phone = await device({ screen: 'phone' });
    await giveBook(phone.page, phone.origin, 'the server');
    await phone.page.goto(`${phone.origin}/positions`);
    await opens(phone.page, /^AAPL/);
    await phone.page.getByText('Hedges what is open').waitFor();
    await phone.page.getByText('Grade A').first().waitFor();
  }));

test('reading stops when the panel is closed, and what hurts a page is not felt in it', () =>
  atTheDesk(async (desk) => {
    const panel = await desk.openPanel();
    await beginsHere(panel);
    const broker = await desk.openBroker('tradingview/ticket.html', CHART);
    await broker.click('#open-panel');
    await expect.poll(() => fieldOn(panel, 'Symbol').inputValue()).toBe('AAPL');
    await broker.evaluate(() => (document.querySelector('#header-toolbar-symbol-search')!.textContent = '=HYPERLINK("//evil")'));
    await expect.poll(() => fieldOn(panel, 'Symbol').inputValue()).not.toContain('=');
    await broker.reload();
    await panel.getByText('No ticket is open on this page.').waitFor();
    await panel.close();
    const again = await desk.openPanel();
    await again.getByText('No ticket is open on this page.').waitFor();
    await broker.click('#open-panel');
    await expect.poll(() => fieldOn(again, 'Symbol').inputValue()).toBe('AAPL');
  }));
