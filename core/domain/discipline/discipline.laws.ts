import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingSchema } from './finding.ts';
import { judge } from './judge.ts';
import { judgementId } from './judgement.ts';
import { type Period, periodsOf } from './period.ts';
import { openLedger, replayed } from './testing/ledger.ts';
import { ACCOUNT, UTC, anyRules, anyTrades } from './testing/trades.ts';
import type { RulesOverTime } from './tradingRules.ts';
import type { DatedTrade } from './trade.ts';
import { verdictOf } from './verdict.ts';

const told = fc.record({ trades: anyTrades, rules: anyRules });
const shuffled = told.chain(({ trades, rules }) =>
  fc.record({
    trades: fc.constant(trades),
    rules: fc.constant(rules),
    other: fc.shuffledSubarray([...trades], { minLength: trades.length }),
  }),
);

const periodsIn = (trades: readonly DatedTrade[]): readonly Period[] => {
  const periods = new Map(trades.flatMap(periodsOf).map((period) => [judgementId(period), period]));
  return [...periods.values()];
};

describe('judging', () => {
  it('finds what its schema says, in its one spelling', () => {
    fc.assert(
      fc.property(told, ({ trades, rules }) => {
        for (const finding of periodsIn(trades).flatMap((period) => judge(period, trades, rules))) {
          expect(findingSchema.parse(finding)).toEqual(finding);
        }
      }),
    );
  });

  it('does not depend on the order of the trades', () => {
    fc.assert(
      fc.property(shuffled, ({ trades, other, rules }) => {
        for (const period of periodsIn(trades)) expect(new Set(judge(period, other, rules))).toEqual(new Set(judge(period, trades, rules)));
      }),
    );
  });

  it('finds the same about a day, a week or a month whatever happened outside of it', () => {
    fc.assert(
      fc.property(told, ({ trades, rules }) => {
        for (const period of periodsIn(trades)) {
          const part = trades.filter((trade) => periodsOf(trade).some(({ scope, key }) => scope === period.scope && key === period.key));
          expect(judge(period, part, rules)).toEqual(judge(period, trades, rules));
        }
      }),
    );
  });

  it('twice changes nothing, and whatever is judged last is what stands', () => {
    fc.assert(
      fc.property(told, anyTrades, ({ trades, rules }, corrected) => {
        const ledger = openLedger();
        const ask = (period: Period, story: readonly DatedTrade[]) =>
          ledger.asked('JudgePeriod', judgementId(period), { ...period, findings: judge(period, story, rules), because: 'trade_changed' });
        const periods = periodsIn([...trades, ...corrected]);
        for (const story of [trades, corrected]) {
          for (const period of periods) ask(period, story);
          for (const period of periods) expect(ask(period, story)).toBe('judgement_unchanged');
          const standing = ledger
            .statesOf<{ finding: unknown; withdrawn: unknown }>('breach')
            .filter(({ withdrawn }) => withdrawn === null);
          const found = periods.flatMap((period) => judge(period, story, rules));
          expect(new Set(standing.map(({ finding }) => finding))).toEqual(new Set(found));
        }
        expect(replayed(ledger.facts)).toEqual(ledger.states);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a verdict', () => {
  const at = (trades: readonly DatedTrade[], rules: RulesOverTime, minute: number) =>
    verdictOf({
      now: new Date(Date.UTC(2026, 11, 20) + minute * 60_000).toISOString(),
      account: { id: ACCOUNT, currency: 'USD', account_max_risk_pct: '1', ...UTC },
      rules,
      trades,
      phase: null,
      grade_cap_pct: '2',
      halts: [],
      intended: null,
    });
  const minute = fc.integer({ min: 0, max: 30 * 24 * 60 });

  it('does not depend on the order of the trades', () => {
    fc.assert(
      fc.property(shuffled, minute, ({ trades, other, rules }, when) => {
        expect(at(other, rules, when)).toEqual(at(trades, rules, when));
      }),
    );
  });

  it('stops exactly for a reason, and every stop that clears does so later', () => {
    fc.assert(
      fc.property(told, minute, ({ trades, rules }, when) => {
        const now = new Date(Date.UTC(2026, 11, 20) + when * 60_000).toISOString();
        const { may_trade, reasons } = at(trades, rules, when);
        expect(may_trade).toBe(!reasons.some(({ effect }) => effect === 'stops'));
        for (const { clears_at } of reasons) expect((clears_at ?? '9999') > now).toBe(true);
      }),
    );
  });
});
