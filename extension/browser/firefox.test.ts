import { expect, test } from 'vitest';
import { newId, tell } from '../../pwa/browser/harness/index.ts';
import { openClient } from '../../sync-server/faults/client.ts';
import { FIREFOX, inFirefox } from './harness/firefox.ts';

test.skipIf(FIREFOX === undefined)('in Firefox a panel is paired, reads a ticket and arms its plan', () =>
  inFirefox(async ({ server, openPanel, openBroker }) => {
    const client = openClient(server);
    const payload = { name: 'Main', broker: 'Paper', currency: 'USD', zone: 'America/New_York' };
    await tell(server, { type: 'OpenAccount', aggregate_id: newId(), payload });
    const broker = await openBroker('tradingview/ticket.html', 'https://www.tradingview.com/chart/abc/');
    await broker.locator('#open-panel').click();

    const panel = await openPanel();
    await panel.locator('input').fill(`http://127.0.0.1:${server.port}`);
    await panel.locator('button[type=submit]').click();
    const code = await panel
      .locator('output')
      .map((output) => output.textContent)
      .wait();
    const { status } = await client.post(`/api/identity/device-codes/${code}/approve`, { workspace_id: 'main' });
    expect(status).toBe(204);

    await panel.locator('::-p-text(Ticket of TradingView)').wait();
    await broker.locator('#quantity-field').fill('1.250,5');
    await panel.locator('::-p-text(Within your rules)').wait();
    await panel.locator('::-p-text(Arm the plan)').click();
    await panel.locator('::-p-text(AAPL is planned.)').wait();
    await expect
      .poll(async () => ((await client.get('/api/positions')).body as { positions: object[] }).positions)
      .toMatchObject([{ symbol: 'AAPL', status: 'planned', legs: [{ quantity: '1250.5' }] }]);
    client.close();
  }),
);
