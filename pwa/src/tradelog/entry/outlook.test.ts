import { isRefusal } from '@taffrail/domain/kernel';
import type { Account, PositionView } from '@taffrail/domain/tradelog';
import { describe, expect, test } from 'vitest';
import { emptyDraft, emptyFill, withLine, type EntryDraft } from './draft.ts';
import { outlookOf } from './outlook.ts';
import { missingIn, wishOf } from './wish.ts';

const account: Account = {
  id: '0194d7c0-0000-7000-8000-000000000001',
  name: 'Margin',
  broker: 'Paper',
  currency: 'USD',
  zone: 'America/New_York',
  session_start: '00:00',
  account_max_risk_pct: null,
  closed: false,
};
const now = '2026-11-20T15:00:00.000Z';

function ids(): () => string {
  let count = 0;
  return () => `0194d7c0-0000-7000-9000-${String((count += 1)).padStart(12, '0')}`;
}

function draftOf(line: string, part: Partial<EntryDraft> = {}): EntryDraft {
  const nextId = ids();
  return { ...withLine(emptyDraft(nextId, account.id), line, '2026-11-20', nextId), ...part };
}

function viewOf(line: string, part: Partial<EntryDraft> = {}): PositionView | undefined {
  const { view } = outlookOf(draftOf(line, part), account, now);
  return isRefusal(view) ? undefined : view;
}

describe('what a trade comes to while it is typed', () => {
  test('nothing, until there is enough of it', () => {
    expect(missingIn(draftOf(''))).toBe('symbol');
    expect(outlookOf(draftOf('+100'), account, now).view).toBeUndefined();
  });

  test('a filled stock risks the way to its stop, and its target is so many R away', () => {
    const { view, atTarget } = outlookOf(draftOf('+100 AAPL 187.20 s 184 t 193.60 f 1'), account, now);
    expect(view).toMatchObject({ status: 'open', initial_risk: { amount: '320', basis: 'stop' } });
    expect(atTarget?.metadata).toMatchObject({ realised_pnl: { net: '639' }, r_multiple: '1.9969' });
  });

  test('a plan shows what it would risk once filled', () => {
    const { view, entered } = outlookOf(draftOf('+100 AAPL 187.20 s 184', { outcome: 'planned' }), account, now);
    expect(view).toMatchObject({ status: 'planned', plan: { entry: '187.2' }, initial_risk: null });
    expect(entered).toMatchObject({ initial_risk: { amount: '320' } });
  });

  test('a vertical knows its debit and its limits', () => {
    expect(viewOf('+1 SPX 15FEB30 6100/6150C 12.50/7.25')).toMatchObject({
      metadata: { derived_strategy: 'vertical', net_debit: '5.25', max_loss: '525', max_profit: '4475' },
      initial_risk: { amount: '525', basis: 'max_loss' },
    });
  });

  test('fills in parts make up the leg, each at its time', () => {
    const draft = draftOf('+60 AAPL 10');
    const [first, second] = ['2026-11-20T14:31:00.000Z', '2026-11-20T14:32:00.000Z'];
    const rest = { quantity: '20', price: '10.50' };
    const more_fills = [
      { ...emptyFill('0194d7c0-0000-7000-a000-000000000001'), ...rest },
      { ...emptyFill('0194d7c0-0000-7000-a000-000000000002'), ...rest, occurred_at: second },
    ];
    const legs = draft.legs.map((leg) => ({ ...leg, more_fills }));
    expect(outlookOf({ ...draft, legs, occurred_at: first }, account, now).view).toMatchObject({
      legs: [{ quantity: '100', held_quantity: '100', average_open_price: '10.2' }],
      fills: [{ occurred_at: first }, { occurred_at: first }, { occurred_at: second }],
    });
  });

  test('what the rules refuse, they refuse now', () => {
    const { view } = outlookOf(draftOf('-2 /XYZ 18DEC26 6010.25'), account, now);
    expect(view).toMatchObject({ refused: true });
  });
});

test('an order says how long it is good by the clock of its account', () => {
  const draft = draftOf('+100 AAPL 187.20 s 184', { outcome: 'ordered', good_until: '2026-11-20' });
  expect(wishOf(draft, account, ids())).toMatchObject({
    type: 'PlaceOrder',
    payload: {
      order_type: 'limit',
      limit_price: '187.20',
      good_until: '2026-11-21T05:00:00.000Z',
      position_template: { plan: { stop: '184' } },
    },
  });
});
