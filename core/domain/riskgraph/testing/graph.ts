import { type LoadState, isRefusal, settle } from '../../kernel/index.ts';
import { riskgraph } from '../index.ts';

export const NOW = '2026-03-10T20:00:00.000Z';

/** A book with nothing but a risk graph in it, and what stands in for its neighbours. */
export function graph(neighbours: { readonly [key: string]: unknown } = {}) {
  const states = new Map<string, { version: number; state: unknown }>(
    Object.entries(neighbours).map(([key, state]) => [key, { version: 1, state }]),
  );
  const keyOf = (ref: { aggregate_type: string; aggregate_id: string }) => `${ref.aggregate_type}/${ref.aggregate_id}`;
  const load: LoadState = (ref) => states.get(keyOf(ref));
  return {
    put: (key: string, state: unknown) => void states.set(key, { version: 1, state }),
    /** The types of its facts, or the code of its refusal. */
    ask(type: string, aggregate_id: string, payload: object): string | readonly string[] {
      const aggregate = riskgraph.commands.find((rule) => rule.type === type)!.aggregate;
      const known = states.get(`${aggregate}/${aggregate_id}`);
      const command = { command_id: 'c', type, aggregate_id, payload: payload as never, ...(known && { expected_version: known.version }) };
      const settled = settle([riskgraph], command, load, NOW);
      if (isRefusal(settled)) return settled.code;
      for (const change of settled.changes) states.set(keyOf(change), change.after);
      return settled.facts.map((fact) => fact.type);
    },
    state: <S>(key: string): S => states.get(key)!.state as S,
  };
}
