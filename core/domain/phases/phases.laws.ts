import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregateFor, decimal, toNumber } from '../kernel/index.ts';
import { type Evidence, evidenceOf, evidenceSchema, phaseOrder, phases, settingsFromConfig, standingOf, usualSettings } from './index.ts';
import { positionSizeOn } from './scaling.ts';
import { type PhaseBook, enough, evidence, openPhaseBook, replayed } from './testing/phaseBook.ts';
import { inNewYork, purse, someTrades, trade } from './testing/trades.ts';
import { tradeLimitOf } from './tradeLimit.ts';

const everything = { stay: 0, since: null };

const figures: fc.Arbitrary<Partial<Evidence>> = fc.oneof(
  fc.constantFrom<Partial<Evidence>>(...Object.values(enough), {}),
  fc.record({ consecutive_losses: fc.nat({ max: 5 }) }),
  fc.record({ rolling_win_rate: fc.constantFrom('0.5499', '0.55', '0.9') }),
  someTrades.map((trades) => evidenceOf(trades, everything, purse, inNewYork)),
);

const step: fc.Arbitrary<(book: PhaseBook) => unknown> = fc.oneof(
  figures.map((shown) => (book: PhaseBook) => book.judge(shown)),
  figures.map((shown) => (book: PhaseBook) => book.advance(shown)),
  figures.map((shown) => (book: PhaseBook) => book.asked('JudgePhase', { evidence: evidence(shown) })),
  fc.constantFrom(...phaseOrder).map((phase) => (book: PhaseBook) => book.begin(phase)),
  fc.tuple(fc.constantFrom(...phaseOrder), fc.boolean(), figures).map(
    ([phase, verified, shown]) =>
      (book: PhaseBook) =>
        book.override(phase, verified, shown),
  ),
);

const steps = fc.array(step, { maxLength: 12 });

function told(list: readonly ((book: PhaseBook) => unknown)[]): PhaseBook {
  const book = openPhaseBook();
  for (const each of list) each(book);
  return book;
}

describe('whatever is asked of phases', () => {
  it('the phase is a fold of its transitions, and every fact fits its schema', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const book = told(list);
        expect(replayed(book.facts)).toEqual(book.states);
        for (const fact of book.facts) {
          expect(aggregateFor([phases], fact.aggregate_type)?.facts[fact.type]?.parse(fact.payload)).toEqual(fact.payload);
        }
      }),
    );
  });

  it('no input advances two steps, and none without evidence or a password', () => {
    fc.assert(
      fc.property(steps, step, (list, last) => {
        const book = told(list);
        const before = book.progress();
        last(book);
        const after = book.progress();
        fc.pre(before.stay > 0 || after.transitions > 0);
        expect(Math.abs(phaseOrder.indexOf(after.phase) - phaseOrder.indexOf(before.phase))).toBeLessThanOrEqual(1);
        expect(after.transitions - before.transitions).toBe(Number(after.phase !== before.phase));
        const line = after.history.at(-1);
        if (after.phase === before.phase || line?.kind !== 'changed') return;
        expect(line.transition.validation_passed || line.transition.override_password_used).toBe(true);
      }),
    );
  });

  it('judging twice changes nothing', () => {
    fc.assert(
      fc.property(steps, figures, (list, shown) => {
        const book = told(list);
        const payload = { evidence: evidence(shown, book.progress()) };
        book.asked('JudgePhase', payload);
        const once = structuredClone(book.progress());
        expect(book.asked('JudgePhase', payload)).toEqual([]);
        expect(book.progress()).toEqual(once);
      }),
    );
  });
});

describe('whatever was traded', () => {
  it('the standing does not depend on the order of the trades', () => {
    const shuffled = someTrades.chain((trades) =>
      fc.tuple(fc.constant(trades), fc.shuffledSubarray([...trades], { minLength: trades.length })),
    );
    fc.assert(
      fc.property(shuffled, fc.constantFrom(...phaseOrder), ([trades, otherwise], phase) => {
        const ground = { progress: { phase, ...everything }, settings: usualSettings, capital: purse.capital, clockOf: inNewYork };
        const now = '2026-01-20T16:00:00.000Z';
        expect(standingOf({ ...ground, trades: otherwise }, now)).toEqual(standingOf({ ...ground, trades }, now));
      }),
    );
  });

  it('the evidence is what its schema says, in its one spelling', () => {
    fc.assert(
      fc.property(someTrades, (trades) => {
        const shown = evidenceOf(trades, everything, purse, inNewYork);
        expect(evidenceSchema.parse(shown)).toEqual(shown);
      }),
    );
  });

  it('a trade of another day never changes how many are left today', () => {
    const now = '2026-01-20T16:00:00.000Z';
    fc.assert(
      fc.property(someTrades, fc.integer({ min: -30, max: 30 }), (trades, days) => {
        fc.pre(days !== 0);
        const elsewhere = trade(999, Temporal.PlainDate.from('2026-01-20').add({ days }).toString(), '-5');
        expect(tradeLimitOf('proof', usualSettings, [...trades, elsewhere], now)).toEqual(
          tradeLimitOf('proof', usualSettings, trades, now),
        );
      }),
    );
  });

  it('one more win never makes evidence weaker, one more loss never stronger', () => {
    const rate = (shown: Evidence) => Number(shown.win_rate ?? '0');
    fc.assert(
      fc.property(someTrades, fc.integer({ min: 1, max: 100_000 }), (trades, cents) => {
        const money = (cents / 100).toFixed(2);
        const before = evidenceOf(trades, everything, purse, inNewYork);
        const won = evidenceOf([...trades, trade(999, '2026-03-01', money)], everything, purse, inNewYork);
        const lost = evidenceOf([...trades, trade(999, '2026-03-01', `-${money}`)], everything, purse, inNewYork);
        expect(rate(won)).toBeGreaterThanOrEqual(rate(before));
        expect(rate(lost)).toBeLessThanOrEqual(rate(before));
        expect([won.consecutive_losses, lost.consecutive_wins]).toEqual([0, 0]);
        expect(lost.consecutive_losses).toBe(before.consecutive_losses + 1);
      }),
    );
  });
});

describe('the size in Scaling', () => {
  const nets = fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 80 });
  const size = (list: readonly number[]) => {
    const days = list.map((net, place) => ({
      day: Temporal.PlainDate.from('2026-01-01').add({ days: place }).toString(),
      net: decimal(String(net)),
    }));
    return toNumber(decimal(positionSizeOn('2027-01-01', usualSettings.scaling, days)));
  };

  it('never leaves its range', () => {
    fc.assert(
      fc.property(nets, (list) => {
        expect(size(list)).toBeGreaterThanOrEqual(200);
        expect(size(list)).toBeLessThanOrEqual(2_000);
      }),
    );
  });

  it('is never smaller for a better result on any day', () => {
    fc.assert(
      fc.property(nets, fc.nat(), fc.integer({ min: 0, max: 6 }), (list, pick, better) => {
        fc.pre(list.length > 0);
        const improved = list.with(pick % list.length, list[pick % list.length]! + better);
        expect(size(improved)).toBeGreaterThanOrEqual(size(list));
      }),
    );
  });

  it('never falls by a profitable day, nor rises by a losing one, wherever it is put', () => {
    fc.assert(
      fc.property(nets, fc.nat(), fc.integer({ min: 1, max: 3 }), (list, pick, net) => {
        const at = pick % (list.length + 1);
        expect(size(list.toSpliced(at, 0, net))).toBeGreaterThanOrEqual(size(list));
        expect(size(list.toSpliced(at, 0, -net))).toBeLessThanOrEqual(size(list));
      }),
    );
  });
});

describe('whatever stands in a config.json', () => {
  it('comes to settings or to a sentence', () => {
    const file = fc.oneof(
      fc.jsonValue(),
      fc.record({ phase_progression: fc.dictionary(fc.constantFrom(...phaseOrder, 'x'), fc.jsonValue()) }),
    );
    fc.assert(
      fc.property(file, (config) => {
        const answer = settingsFromConfig(config, usualSettings);
        expect('refused' in answer ? answer.sentence : answer.settings.currency).toMatch(/[a-zA-Z]/);
      }),
    );
  });
});

it('the ids of transitions differ from place to place', () => {
  const book = openPhaseBook();
  for (const phase of ['proof', 'trial', 'scaling', 'trial'] as const) book.override(phase, true);
  const ids = book.facts.map(({ payload }) => (payload as { readonly transition_id: string }).transition_id);
  expect(new Set(ids).size).toBe(4);
});
