import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DatedTrade, judge, sessionId } from '../discipline/index.ts';
import { anyRules, anyTrades } from '../discipline/testing/trades.ts';
import type { Instant } from '../kernel/index.ts';
import { type Settings, usualSettings } from '../phases/index.ts';
import { metricsOf, sessionEnd, sessionsOf } from './sessionDue.ts';
import { accounts, openKeptBook } from './testing/keptBook.ts';
import { everyPeriod, tradesByPeriod } from './touched.ts';
import { verdictNow } from './verdictNow.ts';

const BEGINNING = Date.UTC(2026, 11, 20);
/** Trades are of whole minutes, so that nothing is opened in the very moment in which a phase changes. */
const at = (minute: number): Instant => new Date(BEGINNING + minute * 60_000 + 1).toISOString();

const criteria = { min_sessions: 1, min_profitable_sessions: 0, min_trades: 1, min_win_rate: '0', min_avg_rr: '1', max_drawdown_pct: null };
/** So little is asked for that a few trades lead on, and back. */
const easy: Settings = {
  ...usualSettings,
  experience: { ...usualSettings.experience, advancement_criteria: criteria },
  proof: { ...usualSettings.proof, advancement_criteria: criteria },
  trial: { ...usualSettings.trial, advancement_criteria: criteria },
};

/** What a book comes to be, told in a few steps: trades come, change and go, or nothing does but time; rules are set. */
const story = fc
  .array(
    fc.record({
      changed: fc.option(anyTrades),
      rules: fc.option(anyRules, { freq: 3 }),
      minutes: fc.integer({ min: 0, max: 15 * 24 * 60 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((steps) => {
    let [minute, trades]: [number, readonly DatedTrade[]] = [0, []];
    return steps.map(({ changed, minutes, rules }) => ({ trades: (trades = changed ?? trades), rules, now: at((minute += minutes)) }));
  });

/** What has not happened yet is in no book. */
const until = (now: Instant, trades: readonly DatedTrade[]): readonly DatedTrade[] =>
  trades.filter(({ opened_at, closed_at }) => (closed_at ?? opened_at) <= now);

describe('keeping', () => {
  it('step by step comes to the same as looking at everything, and twice to nothing', () => {
    fc.assert(
      fc.property(story, fc.boolean(), (steps, begins) => {
        const kept = openKeptBook();
        kept.setSettings(easy);
        if (begins) kept.begin(at(0));
        let before: ReturnType<typeof kept.keep> | undefined;
        for (const { trades, rules, now } of steps) {
          if (rules !== null) kept.setRules(rules);
          const happened = until(now, trades);
          before = kept.keep(happened, now, before);
          expect(kept.wishes(happened, now, before)).toEqual([]);
          expect(kept.wishes(happened, now)).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('leaves on the record exactly what the trades come to', () => {
    fc.assert(
      fc.property(story, (steps) => {
        const kept = openKeptBook();
        let before: ReturnType<typeof kept.keep> | undefined;
        for (const { trades, now } of steps) before = kept.keep(until(now, trades), now, before);
        const { trades, now } = steps.at(-1)!;
        const book = kept.bookWith(until(now, trades));
        const tradesOf = tradesByPeriod(book.trades);
        const found = everyPeriod(book.trades, []).flatMap((period) => judge(period, tradesOf(period), book.rules));
        const standing = kept.kept().breaches.filter(({ withdrawn }) => withdrawn === null);
        expect(new Set(standing.map(({ finding }) => finding))).toEqual(new Set(found));
        const over = book.trades
          .flatMap((trade) => sessionsOf(trade, accounts))
          .filter((session) => (sessionEnd(session, accounts) ?? '') <= now);
        for (const session of over) {
          const measured = kept.kept().sessions.find(({ id }) => id === sessionId(session));
          const day = tradesOf({ scope: 'day', key: session.session_date });
          // A day on which nothing was traded after all is measured only where it had been before.
          const isLeftOut = measured === undefined && day.every(({ currency }) => currency !== session.currency);
          expect(measured?.metrics).toEqual(isLeftOut ? undefined : metricsOf(session, day, book));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('takes at most one step from one phase to the next at a time', () => {
    fc.assert(
      fc.property(story, (steps) => {
        const kept = openKeptBook();
        kept.setSettings(easy);
        kept.begin(at(0));
        for (const { trades, now } of steps) {
          const stay = kept.bookWith([]).progress!.stay;
          kept.keep(until(now, trades), now);
          expect(kept.bookWith([]).progress!.stay - stay).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a verdict', () => {
  const [account] = accounts;

  it('rests on the trades it reaches back to and on no order', () => {
    const minute = fc.integer({ min: 0, max: 30 * 24 * 60 });
    fc.assert(
      fc.property(anyTrades, anyRules, minute, (trades, rules, when) => {
        const kept = openKeptBook();
        kept.setRules(rules);
        kept.begin(at(0));
        const asked = { now: at(when), account: account!, intended: null, grade_cap_pct: null, halts: [] };
        const verdict = verdictNow(kept.bookWith(trades), asked);
        expect(verdictNow(kept.bookWith(trades.toReversed()), asked)).toEqual(verdict);
        expect(verdict.may_trade).toBe(verdict.reasons.every(({ effect }) => effect !== 'stops'));
      }),
    );
  });
});
