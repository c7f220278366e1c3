import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { TRADING_RULES_ID } from '../../core/domain/discipline/index.ts';
import { newId, tell, type StageServer } from '../../pwa/browser/harness/index.ts';
import { openClient } from '../../sync-server/faults/client.ts';
import { atTheDesk, pairs } from './harness/desk.ts';

const CHART = 'https://www.tradingview.com/chart/abc/';

/** An account of ten thousand, of which a trade may risk one percent, and three trades a day. */
async function hasRules(server: StageServer): Promise<void> {
  const account = newId();
  await tell(server, {
    type: 'OpenAccount',
    aggregate_id: account,
    payload: { name: 'Main', broker: 'Paper', currency: 'USD', zone: 'America/New_York', account_max_risk_pct: '1' },
  });
  const rules = { max_trades_per_day: 3, accounts: [{ account_id: account, size: { currency: 'USD', amount: '10000' } }] };
  const from = new Date().toISOString().slice(0, 10);
  await tell(server, { type: 'SetTradingRules', aggregate_id: TRADING_RULES_ID, payload: { rules, from } });
}

const fieldOn = (panel: Page, label: string) => panel.getByLabel(label, { exact: true });

async function positionsOf(server: StageServer): Promise<readonly { symbol: string; status: string }[]> {
  const client = openClient(server);
  const { body } = await client.get('/api/positions');
  client.close();
  return (body as { positions: { symbol: string; status: string }[] }).positions;
}

test('a ticket is read as it changes, and its plan is armed without a network and on the server once there is one', () =>
  atTheDesk(async (desk, { server }) => {
    await hasRules(server);
    const panel = await desk.openPanel();
    await pairs(desk, panel);
    const broker = await desk.openBroker('tradingview', CHART);
    await panel.getByText('From the ticket of TradingView').waitFor();
    await panel.getByText('No ticket is open on this page.').waitFor();

    await broker.click('#open-panel');
    await expect.poll(() => fieldOn(panel, 'Symbol').inputValue()).toBe('AAPL');
    await panel.getByText('Cannot read quantity here: nothing is filled in.').waitFor();
    expect(await fieldOn(panel, 'Quantity').inputValue()).toBe('');
    await broker.fill('#quantity-field', '50');
    await expect.poll(() => fieldOn(panel, 'Quantity').inputValue()).toBe('50');
    await broker.click('[data-name=side-control-sell]');
    await broker.click('#Limit');
    await broker.fill('[data-name=limit-price-field] input', '1.234,56');
    await broker.fill('[data-qa-id~=order-ticket-stop-loss-input]', '1.235,56');
    await expect.poll(() => fieldOn(panel, 'Price').inputValue()).toBe('1,234.56');
    await panel.getByText('100 at most, for 1% at the stop').waitFor();

    await desk.device.goOffline();
    await desk.stopWorker();
    await panel.getByRole('button', { name: 'Arm the plan' }).click();
    await panel.getByText('AAPL is planned.').waitFor();
    await panel.reload();
    await panel.getByRole('region', { name: 'Planned today' }).getByText('AAPL').waitFor();
    await desk.stopWorker();
    await desk.device.goOnline();
    await expect.poll(() => positionsOf(server)).toEqual([expect.objectContaining({ symbol: 'AAPL', status: 'planned' })]);
  }));
