import {
  type Fact,
  type Id,
  type Instant,
  type Json,
  type Refusal,
  type Settled,
  type Versioned,
  evolve,
  isRefusal,
  settle,
} from '../../kernel/index.ts';
import type { Account } from '../account.ts';
import { tradelog } from '../index.ts';
import type { Position } from '../position.ts';
import { positionView } from '../view.ts';

export const ACCOUNT = idOf(1);
export const NOW = '2026-03-10T20:00:00.000Z';

/** Readable ids for tests: the same number, the same id. */
export function idOf(n: number): Id {
  return `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

type Asked = { readonly occurred_at?: Instant; readonly expected_version?: number };

/** A workspace in memory, as far as the trade log can tell: commands go in, facts and states are kept. */
export function openBook(now: Instant = NOW) {
  const states = new Map<string, Versioned>();
  const facts: Fact[] = [];
  let commands = 0;

  function ask(type: string, aggregate_id: Id, payload: unknown, asked: Asked = {}): Settled | Refusal {
    commands += 1;
    const command = { command_id: `command-${commands}`, type, aggregate_id, payload: payload as never, ...asked };
    const settled = settle([tradelog], command, (ref) => states.get(`${ref.aggregate_type}/${ref.aggregate_id}`), now);
    if (!isRefusal(settled)) keep(settled, command.command_id);
    return settled;
  }

  function keep(settled: Settled, command_id: string): void {
    for (const fact of settled.facts) {
      const event_seq = facts.length + 1;
      facts.push({ ...fact, event_id: idOf(1_000_000 + event_seq), event_seq, recorded_at: now, command_id, actor: 'trader' });
    }
    for (const { aggregate_type, aggregate_id, after } of settled.changes) states.set(`${aggregate_type}/${aggregate_id}`, after);
  }

  /** An edit made on what is there now. */
  function edit(type: string, aggregate_id: Id, payload: unknown, asked: Asked = {}): Settled | Refusal {
    const current = [...states].find(([key]) => key.endsWith(`/${aggregate_id}`))?.[1];
    return ask(type, aggregate_id, payload, { expected_version: current?.version ?? 1, ...asked });
  }

  function done(answer: Settled | Refusal): readonly string[] {
    if (isRefusal(answer)) throw new Error(answer.sentence);
    return answer.facts.map((fact) => fact.type);
  }

  function stateOf<State>(type: string, id: Id): State {
    return states.get(`${type}/${id}`)?.state as State;
  }

  return {
    facts,
    states,
    ask,
    edit,
    stateOf,
    did: (type: string, id: Id, payload: unknown, asked?: Asked) => done(ask(type, id, payload, asked)),
    edited: (type: string, id: Id, payload: unknown, asked?: Asked) => done(edit(type, id, payload, asked)),
    position: (id: Id) => stateOf<Position>('position', id),
    view: (id: Id) =>
      positionView(
        states.get(`position/${id}`) as Versioned<Position>,
        stateOf<Account>('account', stateOf<Position>('position', id).account_id),
        now,
      ),
    replayed: () => replay(facts),
  };
}

export type Book = ReturnType<typeof openBook>;

/** The states that the facts alone lead to, one fact at a time. */
function replay(facts: readonly Fact[]): Map<string, Versioned> {
  const states = new Map<string, Versioned>();
  for (const fact of facts) {
    const key = `${fact.aggregate_type}/${fact.aggregate_id}`;
    states.set(key, evolve([tradelog], states.get(key), fact));
  }
  return states;
}

export function bookWithAccount(now?: Instant, terms: { readonly [field: string]: Json } = {}): Book {
  const book = openBook(now);
  const account = { name: 'Main', broker: 'Any', currency: 'USD', zone: 'America/New_York', session_start: '00:00', ...terms };
  book.did('OpenAccount', ACCOUNT, account);
  return book;
}

export function codeOf(answer: Settled | Refusal): string {
  return isRefusal(answer) ? answer.code : 'accepted';
}

export const stock = (id: Id, quantity = '100', more = {}) => ({ id, instrument_type: 'stock', quantity, ...more });
export const option = (id: Id, strike: string, right: 'call' | 'put', quantity: string, more = {}) => {
  return { id, instrument_type: 'option', expiry: '2026-03-20', strike, right, quantity, ...more };
};
export const future = (id: Id, quantity: string, more = {}) => ({ id, instrument_type: 'future', expiry: '2026-06-19', quantity, ...more });

let lastFill = 0;

/** A fill with ids of its own, where a test does not care which. */
export function fillOf(leg_id: Id, quantity: string, price: string, more = {}) {
  lastFill += 4;
  const next = {
    next_position_id: idOf(900_001 + lastFill),
    next_leg_id: idOf(900_002 + lastFill),
    next_fill_id: idOf(900_003 + lastFill),
  };
  return { fill_id: idOf(900_000 + lastFill), leg_id, quantity, price, ...next, ...more };
}
