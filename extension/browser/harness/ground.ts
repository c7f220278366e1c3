import type { Id } from '@taffrail/domain/kernel';
import type { Page } from 'playwright-core';
import { TRADING_RULES_ID } from '../../../core/domain/discipline/index.ts';
import { openClient } from '../../../sync-server/faults/client.ts';
import { newId, tell, type StageServer } from '../../../pwa/browser/harness/index.ts';

/** An account of ten thousand, of which a trade may risk one percent. */
export async function hasRules(server: StageServer): Promise<Id> {
  const account = newId();
  await tell(server, {
    type: 'OpenAccount',
    aggregate_id: account,
    payload: { name: 'Main', broker: 'Paper', currency: 'USD', zone: 'America/New_York', account_max_risk_pct: '1' },
  });
  const rules = { max_trades_per_day: 3, accounts: [{ account_id: account, size: { currency: 'USD', amount: '10000' } }] };
  const from = new Date().toISOString().slice(0, 10);
  await tell(server, { type: 'SetTradingRules', aggregate_id: TRADING_RULES_ID, payload: { rules, from } });
  return account;
}

/** Bound to what a ticket of a stock is for. */
export const hasPlaybook = (server: StageServer): Promise<void> =>
  tell(server, {
    type: 'PublishPlaybook',
    aggregate_id: newId(),
    payload: {
      version_id: newId(),
      base_version_id: null,
      content: {
        name: 'Fade',
        purpose: 'pre',
        strategy_bindings: ['stock'],
        fields: [
          { key: 'stretched', label: 'Price is stretched', type: 'boolean', weight: '3' },
          { key: 'calm', label: 'I am calm', type: 'boolean', required: true },
        ],
      },
    },
  });

interface Listed {
  readonly symbol: string;
  readonly status: string;
}

/** What the server has. */
export async function positionsOf(server: StageServer): Promise<readonly Listed[]> {
  const client = openClient(server);
  const { body } = await client.get('/api/positions');
  client.close();
  return (body as { readonly positions: readonly Listed[] }).positions;
}

/** A book of this browser alone, with an account in it. */
export async function beginsHere(panel: Page): Promise<void> {
  await panel.getByRole('button', { name: 'Use in this browser only' }).click();
  await panel.getByLabel('Name of the account').fill('Main');
  await panel.getByRole('button', { name: 'Open the account' }).click();
  await panel.getByLabel('Symbol', { exact: true }).waitFor();
}

/** A short sale at a limit, with its stop one dollar away. */
export async function fillsInTicket(broker: Page, quantity: string): Promise<void> {
  await broker.fill('#quantity-field', quantity);
  await broker.click('[data-name=side-control-sell]');
  await broker.click('#Limit');
  await broker.fill('[data-name=limit-price-field] input', '1.234,56');
  await broker.fill('[data-qa-id~=order-ticket-stop-loss-input]', '1.235,56');
}
