import {
  type Fact,
  type Id,
  type Instant,
  type Refusal,
  type Settled,
  type Versioned,
  evolve,
  isRefusal,
  settle,
} from '../../kernel/index.ts';
import { discipline } from '../index.ts';
import { idOf } from './trades.ts';

export const NOW = '2025-10-24T20:00:00.000Z';

/** A book in memory, as far as discipline can tell. Accounts are put there by hand. */
export function openLedger(now: Instant = NOW) {
  const states = new Map<string, Versioned>();
  const facts: Fact[] = [];

  function ask(type: string, aggregate_id: Id, payload: unknown): Settled | Refusal {
    const command = { command_id: `command-${facts.length}`, type, aggregate_id, payload: payload as never };
    const settled = settle([discipline], command, (ref) => states.get(`${ref.aggregate_type}/${ref.aggregate_id}`), now);
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

  /** What a command comes to, in short: the facts, or the code of the refusal. */
  function asked(type: string, aggregate_id: Id, payload: unknown): readonly string[] | string {
    const answer = ask(type, aggregate_id, payload);
    return isRefusal(answer) ? answer.code : answer.facts.map((fact) => fact.type);
  }

  return {
    facts,
    states,
    asked,
    plant: (type: string, id: Id, state: object) => void states.set(`${type}/${id}`, { version: 1, state }),
    stateOf: <State>(type: string, id: Id): State => states.get(`${type}/${id}`)?.state as State,
    statesOf: <State>(type: string): State[] =>
      [...states].filter(([key]) => key.startsWith(`${type}/`)).map(([, { state }]) => state as State),
  };
}

/** The states that the facts alone lead to, one fact at a time. */
export function replayed(facts: readonly Fact[]): Map<string, Versioned> {
  const states = new Map<string, Versioned>();
  for (const fact of facts) {
    const key = `${fact.aggregate_type}/${fact.aggregate_id}`;
    states.set(key, evolve([discipline], states.get(key), fact));
  }
  return states;
}
