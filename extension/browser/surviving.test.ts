import { expect, test } from 'vitest';
import { atTheDesk, pairs } from './harness/desk.ts';
import { beginsHere, fillsInTicket, hasRules, positionsOf } from './harness/ground.ts';

const CHART = 'https://www.tradingview.com/chart/abc/';

test('a worker that is ended in the middle of saving loses nothing and saves nothing twice', () =>
  atTheDesk(async (desk, { server }) => {
    await hasRules(server);
    const panel = await desk.openPanel();
    await pairs(desk, panel);
    const planned: object[] = [];
    for (const symbol of ['AAA', 'BBB', 'CCC']) {
      await panel.getByLabel('Symbol', { exact: true }).fill(symbol);
      await panel.getByText('Buy', { exact: true }).click();
      await panel.getByLabel('Quantity', { exact: true }).fill('1');
      await Promise.all([panel.getByRole('button', { name: 'Arm the plan' }).click(), desk.stopWorker()]);
      await panel.getByText(`${symbol} is planned.`).waitFor();
      planned.push(expect.objectContaining({ symbol, status: 'planned' }));
    }
    await expect.poll(() => positionsOf(server)).toHaveLength(planned.length);
    expect(await positionsOf(server)).toEqual(expect.arrayContaining(planned));
  }));

test('the keys of the browser arm the plan', () =>
  atTheDesk(async (desk) => {
    const panel = await desk.openPanel();
    await beginsHere(panel);
    const broker = await desk.openBroker('tradingview/ticket.html', CHART);
    await broker.click('#open-panel');
    await fillsInTicket(broker, '50');
    await panel.getByText('Within your rules').waitFor();
    await desk.pressesKeys('arm-plan');
    await panel.getByText('AAPL is planned.').waitFor();
    // The ticket is still there, and what it says is planned once.
    await desk.pressesKeys('arm-plan');
    await panel.getByText('Once the order is filled').waitFor();
    expect(await panel.getByRole('form', { name: 'AAPL' }).count()).toBe(1);
  }));

test('where the extension was updated under a page, the panel says to reload it', () =>
  atTheDesk(async (desk) => {
    const broker = await desk.openBroker('tradingview/ticket.html', CHART);
    await desk.hasOldReader();
    const panel = await desk.openPanel();
    await beginsHere(panel);
    await panel.getByText('Reload the page, and it is read again.').waitFor();
    await broker.reload();
    await panel.getByText('No ticket is open on this page.').waitFor();
  }));

test('what somebody makes the part in the page say is not done', () =>
  atTheDesk(async (desk) => {
    const panel = await desk.openPanel();
    await beginsHere(panel);
    await desk.openBroker('tradingview/ticket.html', CHART);
    await panel.getByText('No ticket is open on this page.').waitFor();
    await desk.saysFromPage({ kind: 'take_off' });
    await panel.reload();
    await panel.getByLabel('Symbol', { exact: true }).waitFor();
  }));
