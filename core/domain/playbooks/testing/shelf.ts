import { type Fact, type Id, type Refusal, type Settled, type Versioned, evolve, isRefusal, settle } from '../../kernel/index.ts';
import type { ContentInput } from '../content.ts';
import { playbooks } from '../index.ts';

export const NOW = '2026-03-10T20:00:00.000Z';

/** Readable ids for tests: the same number, the same id. */
export const idOf = (n: number): Id => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** A book in memory, as far as playbooks can tell. What other contexts have in it is put there by hand. */
export function openShelf() {
  const states = new Map<string, Versioned>();
  const facts: Fact[] = [];

  function ask(type: string, aggregate_id: Id, payload: unknown, expected_version?: number): Settled | Refusal {
    const command = {
      command_id: `command-${facts.length}`,
      type,
      aggregate_id,
      payload: payload as never,
      ...(expected_version !== undefined && { expected_version }),
    };
    const settled = settle([playbooks], command, (ref) => states.get(`${ref.aggregate_type}/${ref.aggregate_id}`), NOW);
    if (!isRefusal(settled)) keep(settled, command.command_id);
    return settled;
  }

  function keep(settled: Settled, command_id: string): void {
    for (const fact of settled.facts) {
      const event_seq = facts.length + 1;
      facts.push({ ...fact, event_id: idOf(1_000_000 + event_seq), event_seq, recorded_at: NOW, command_id, actor: 'trader' });
    }
    for (const { aggregate_type, aggregate_id, after } of settled.changes) states.set(`${aggregate_type}/${aggregate_id}`, after);
  }

  /** What a command comes to, in short: the facts, or the code of the refusal. */
  function asked(type: string, aggregate_id: Id, payload: unknown, expected_version?: number): readonly string[] | string {
    const answer = ask(type, aggregate_id, payload, expected_version);
    return isRefusal(answer) ? answer.code : answer.facts.map((fact) => fact.type);
  }

  return {
    facts,
    states,
    ask,
    asked,
    plant: (type: string, id: Id, state: object) => void states.set(`${type}/${id}`, { version: 1, state }),
    stateOf: <State>(type: string, id: Id): State => states.get(`${type}/${id}`)?.state as State,
    versionOf: (type: string, id: Id): number => states.get(`${type}/${id}`)?.version ?? 0,
    publish: (playbook_id: Id, version_id: Id, content: ContentInput, base_version_id: Id | null = null) =>
      asked('PublishPlaybook', playbook_id, { version_id, content, base_version_id }),
  };
}

export type Shelf = ReturnType<typeof openShelf>;

/** The states that the facts alone lead to, one fact at a time. */
export function replayed(facts: readonly Fact[]): Map<string, Versioned> {
  const states = new Map<string, Versioned>();
  for (const fact of facts) {
    const key = `${fact.aggregate_type}/${fact.aggregate_id}`;
    states.set(key, evolve([playbooks], states.get(key), fact));
  }
  return states;
}
