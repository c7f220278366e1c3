import { describe, expect, it } from 'vitest';
import type { Override } from './override.ts';
import type { Reason } from './reason.ts';
import { NOW, openLedger, replayed } from './testing/ledger.ts';
import { ACCOUNT, idOf } from './testing/trades.ts';

const [ID, POSITION] = [idOf(5), idOf(6)];

const stop: Reason = {
  rule: 'loss_streak_day',
  effect: 'stops',
  sentence: '3 losses in a row today; the rule stops at 3, until the next trading day.',
  figure: '3',
  limit: '3',
  clears_at: '2025-10-25T00:00:00.000Z',
};
const terms = { account_id: ACCOUNT, position_id: POSITION, reasons: [stop], reason: 'Closing a hedge' };

describe('an override', () => {
  it('is on the record with what stood against it and why', () => {
    const ledger = openLedger();
    expect(ledger.asked('DeclareOverride', ID, terms)).toEqual(['OverrideDeclared']);
    expect(ledger.stateOf<Override>('override', ID)).toEqual({ id: ID, ...terms, declared_at: NOW });
    expect(replayed(ledger.facts)).toEqual(ledger.states);
  });

  it('is declared once, over something, and with a reason', () => {
    const ledger = openLedger();
    ledger.asked('DeclareOverride', ID, terms);
    expect(ledger.asked('DeclareOverride', ID, terms)).toBe('already_exists');
    expect(ledger.asked('DeclareOverride', idOf(7), { ...terms, reasons: [] })).toBe('invalid_input');
    expect(ledger.asked('DeclareOverride', idOf(7), { ...terms, reason: ' ' })).toBe('invalid_input');
  });
});
