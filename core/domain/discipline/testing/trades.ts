import fc from 'fast-check';
import { type Day, type Id, type Session, derivedId } from '../../kernel/index.ts';
import { type TradingRules, tradingRulesSchema } from '../ruleBook.ts';
import type { RulesOverTime } from '../tradingRules.ts';
import { type DatedTrade, type Trade, datedTrade } from '../trade.ts';

/** Readable ids for tests: the same number, the same id. */
export const idOf = (n: number): Id => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

export const [ACCOUNT, OTHER] = [idOf(1), idOf(2)];

export const UTC: Session = { zone: 'UTC', session_start: '00:00' };

/** A trade of five minutes, closed at this time; its name is its id. */
export function trade(name: string, closed_at: string, net: string | null, more: Partial<Trade> = {}, clock: Session = UTC): DatedTrade {
  const closed = new Date(closed_at).toISOString();
  const opened_at = new Date(Date.parse(closed) - 300_000).toISOString();
  const terms: Trade = {
    position_id: named(name),
    account_id: ACCOUNT,
    symbol: 'SPY',
    instrument_types: ['stock'],
    currency: 'USD',
    opened_at,
    closed_at: closed,
    net,
    r_multiple: null,
    intended_risk_pct: null,
    risk_cap_pct: null,
    size: null,
    ...more,
  };
  return datedTrade(terms, clock);
}

export const named = (name: string): Id => derivedId('trade', name);

/** One trade after the other on a day, an hour apart, from ten o'clock on. */
export function tradesOn(day: Day, nets: readonly (string | null)[], more: Partial<Trade> = {}): readonly DatedTrade[] {
  return nets.map((net, place) => trade(`${day} ${place}`, `${day}T${10 + place}:00:00Z`, net, more));
}

/** Rules that have always counted. */
export function always(rules: Partial<Record<keyof TradingRules, unknown>> = {}): RulesOverTime {
  return { sets: [{ from: '2000-01-01', rules: tradingRulesSchema.parse(rules) }] };
}

const amount = fc.integer({ min: -3, max: 3 }).map(String);

/** Trades of a few weeks in two accounts and two currencies, some of them open, some with a result that nobody knows. */
export const anyTrades: fc.Arbitrary<readonly DatedTrade[]> = fc
  .array(
    fc.record({
      opened: fc.integer({ min: 0, max: 30 * 24 * 60 }),
      minutes: fc.option(fc.integer({ min: 0, max: 3 * 24 * 60 })),
      net: fc.option(amount),
      risk: fc.option(fc.constantFrom('1', '2')),
      other: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((list) =>
    list.map(({ opened, minutes, net, risk, other }, place) => {
      const opened_at = new Date(Date.UTC(2026, 11, 20) + opened * 60_000).toISOString();
      const closed_at = minutes === null ? null : new Date(Date.parse(opened_at) + minutes * 60_000).toISOString();
      const terms: Partial<Trade> = {
        opened_at,
        closed_at,
        net: closed_at === null ? null : net,
        intended_risk_pct: risk,
        risk_cap_pct: '1',
        ...(other && { account_id: OTHER, currency: 'EUR' }),
      };
      return trade(`any ${place}`, opened_at, null, terms, other ? { zone: 'Asia/Tokyo', session_start: '09:00' } : UTC);
    }),
  );

export const anyRules: fc.Arbitrary<RulesOverTime> = fc
  .record({
    max_losses_row_day: fc.integer({ min: 1, max: 3 }),
    max_losing_days_streak_week: fc.integer({ min: 1, max: 3 }),
    max_losing_weeks_streak_month: fc.integer({ min: 1, max: 3 }),
    max_loss_per_day: fc.constantFrom(null, { kind: 'money', currency: 'USD', amount: '2' }, { kind: 'percent', pct: '1' }),
    max_trades_per_day: fc.option(fc.integer({ min: 1, max: 3 })),
    cool_off: fc.option(fc.record({ after_losses: fc.integer({ min: 1, max: 2 }), minutes: fc.integer({ min: 1, max: 600 }) })),
    accounts: fc.constantFrom(
      [],
      [
        {
          account_id: ACCOUNT,
          size: { currency: 'USD', amount: '200' },
          prop_firm: {
            since: '2026-12-24',
            trailing_drawdown: { kind: 'percent', pct: '1' },
            daily_loss: { kind: 'money', currency: 'USD', amount: '3' },
            consistency_pct: '40',
          },
        },
      ],
    ),
  })
  .map(always);
