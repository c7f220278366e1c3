import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Fact,
  type Versioned,
  aggregateFor,
  decimal,
  decimalText,
  evolve,
  isZero,
  multiply,
  negate,
  subtract,
  sumOf,
} from '../kernel/index.ts';
import { liveFills } from './fill.ts';
import { tradelog } from './index.ts';
import type { Position } from './position.ts';
import type { Book } from './testing/book.ts';
import { type Step, positionsOf, step, story, take, told } from './testing/story.ts';

/** All that was paid and received, before fees. */
function cashFlow(position: Position) {
  return sumOf(
    liveFills(position.fills).map((fill) => {
      const leg = position.legs.find(({ id }) => id === fill.leg_id)!;
      return negate(multiply(multiply(decimal(fill.price ?? '0'), decimal(fill.quantity)), decimal(leg.multiplier)));
    }),
  );
}

function held(book: Book): ReadonlyMap<string, string> {
  const sums = new Map<string, ReturnType<typeof decimal>[]>();
  for (const { id } of positionsOf(book)) {
    for (const { id: _, quantity: __, ...leg } of book.view(id).legs) {
      const contract = [leg.instrument_type, leg.expiry, leg.strike, leg.right].join(' ');
      sums.set(contract, [...(sums.get(contract) ?? []), decimal(leg.held_quantity)]);
    }
  }
  return new Map([...sums].map(([contract, quantities]) => [contract, decimalText(sumOf(quantities))] as const).toSorted());
}

describe('whatever happens to trades', () => {
  it('the states are what the facts alone lead to, and every fact fits its schema', () => {
    fc.assert(
      fc.property(story, (steps) => {
        const book = told(steps);
        expect(book.replayed()).toEqual(book.states);
        for (const fact of book.facts) {
          const schema = aggregateFor([tradelog], fact.aggregate_type)?.facts[fact.type];
          expect(schema?.parse(fact.payload)).toEqual(fact.payload);
        }
        expect(JSON.parse(JSON.stringify([...book.states]))).toEqual([...book.states]);
      }),
    );
  });

  it('a position is closed exactly when it has traded and is flat', () => {
    fc.assert(
      fc.property(story, (steps) => {
        const book = told(steps);
        for (const position of positionsOf(book)) {
          const fills = liveFills(position.fills);
          const flat = fills.length > 0 && book.view(position.id).legs.every((leg) => isZero(decimal(leg.held_quantity)));
          const givenUp = position.status === 'closed' && fills.length === 0;
          expect(position.status === 'closed').toBe(flat || givenUp);
          expect(position.closed_at === null).toBe(position.status !== 'closed');
          expect(position.opened_at === null).toBe(fills.length === 0);
        }
      }),
    );
  });

  it('no money appears or is lost: what is realised is what was paid and received, less what is still open', () => {
    const withoutTransfers = story.map((steps) => steps.filter(({ verb }) => !verb.startsWith('transfer')));
    fc.assert(
      fc.property(withoutTransfers, (steps) => {
        const book = told(steps);
        for (const position of positionsOf(book)) {
          const { legs, metadata } = book.view(position.id);
          const open = sumOf(legs.map((leg) => decimal(leg.open_cost ?? '0')));
          expect(decimalText(subtract(decimal(metadata.realised_pnl.gross ?? 'none'), open))).toBe(decimalText(cashFlow(position)));
        }
      }),
    );
  });

  it('moving fills between positions changes neither what is held nor what was paid in all', () => {
    const moves = fc.array(
      fc.tuple(step, fc.constantFrom<Step['verb']>('attach', 'detach', 'split', 'merge')).map(([each, verb]) => ({ ...each, verb })),
    );
    const trades = fc.array(step.map((each) => ({ ...each, verb: 'fill' as const })));
    fc.assert(
      fc.property(trades, moves, (fills, steps) => {
        const book = told(fills);
        const total = () => ({
          held: [...held(book)].filter(([, units]) => units !== '0'),
          cash: decimalText(sumOf(positionsOf(book).map(cashFlow))),
        });
        const before = total();
        for (const each of steps) take(book, each);
        expect(total()).toEqual(before);
      }),
    );
  });

  it('a fact from a newer version changes nothing', () => {
    fc.assert(
      fc.property(story, (steps) => {
        for (const [key, current] of told(steps).states) {
          const [aggregate_type = '', aggregate_id = ''] = key.split('/');
          const fact = { type: 'ToldByTheFuture', aggregate_type, aggregate_id, aggregate_version: current.version + 1, payload: { x: 1 } };
          const when = { occurred_at: '2026-03-10T20:00:00.000Z', recorded_at: '2026-03-10T20:00:00.000Z' };
          expect(evolve([tradelog], current, { ...fact, ...when }).state).toBe(current.state);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('legs and fills that a fact does not concern stay the same objects', () => {
    fc.assert(
      fc.property(story, (steps) => {
        const book = told(steps);
        const states = new Map<string, Versioned>();
        for (const fact of book.facts) expectUntouched(states, fact);
      }),
      { numRuns: 30 },
    );
  });
});

function expectUntouched(states: Map<string, Versioned>, fact: Fact): void {
  const key = `${fact.aggregate_type}/${fact.aggregate_id}`;
  const before = states.get(key);
  const after = evolve([tradelog], before, fact);
  states.set(key, after);
  if (before === undefined || fact.aggregate_type !== 'position') return;
  const changed = rowsOf(after.state as Position).filter((row) => !rowsOf(before.state as Position).includes(row));
  const payload = JSON.stringify(fact.payload);
  for (const { id } of changed) expect(payload).toContain(id);
}

function rowsOf({ legs, fills }: Position): readonly { readonly id: string }[] {
  return [...legs, ...fills];
}
