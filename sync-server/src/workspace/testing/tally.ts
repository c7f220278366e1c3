import { addMs, refusalsFrom, type Context } from '@taffrail/domain/kernel';
import { z } from 'zod';
import type { ServerContext } from '../serverContext.ts';

/** A context small enough to see through: tallies that are started, added to, renamed, and poured into one another. */
interface Tally {
  readonly name: string;
  readonly total: number;
}

const refusals = refusalsFrom({ below_zero: (d: { total: number }) => `A tally holds ${d.total} and cannot go below zero.` });

const aggregate = 'tally';

const tallyDomain: Context = {
  name: 'tally',
  refusals,
  aggregates: [
    {
      type: aggregate,
      facts: {},
      evolve(state: Tally | undefined, fact): Tally {
        const payload = fact.payload as { name?: string; by?: number };
        const before = state ?? { name: '', total: 0 };
        if (fact.type === 'TallyStarted' || fact.type === 'TallyRenamed') return { ...before, name: payload.name ?? before.name };
        if (fact.type === 'TallyChanged') return { ...before, total: before.total + (payload.by ?? 0) };
        return before;
      },
    },
  ],
  commands: [
    {
      type: 'StartTally',
      aggregate,
      stance: 'creates',
      payload: z.strictObject({ name: z.string() }),
      decide: ({ aggregate_id, payload }) => [{ type: 'TallyStarted', aggregate_type: aggregate, aggregate_id, payload }],
    },
    {
      type: 'AddToTally',
      aggregate,
      stance: 'appends',
      payload: z.strictObject({ by: z.int() }),
      decide: ({ aggregate_id, payload, state }) =>
        state.total + payload.by < 0
          ? refusals.below_zero({ total: state.total })
          : [{ type: 'TallyChanged', aggregate_type: aggregate, aggregate_id, payload }],
    },
    {
      type: 'RenameTally',
      aggregate,
      stance: 'edits',
      payload: z.strictObject({ name: z.string() }),
      decide: ({ aggregate_id, payload }) => [{ type: 'TallyRenamed', aggregate_type: aggregate, aggregate_id, payload }],
    },
    {
      type: 'PourTally',
      aggregate,
      stance: 'appends',
      payload: z.strictObject({ into: z.string() }),
      reads: ({ payload }) => [{ aggregate_type: aggregate, aggregate_id: payload.into }],
      decide: ({ aggregate_id, payload, state }) => [
        { type: 'TallyChanged', aggregate_type: aggregate, aggregate_id, payload: { by: -state.total } },
        { type: 'TallyChanged', aggregate_type: aggregate, aggregate_id: payload.into, payload: { by: state.total } },
      ],
    },
    {
      type: 'BreakTally',
      aggregate,
      stance: 'appends',
      payload: z.strictObject({}),
      decide() {
        throw new Error('a defect in a rule');
      },
    },
  ],
};

/** Every tally that reaches a hundred is reset by a job an hour later. */
export const tally: ServerContext = {
  context: tallyDomain,
  migrations: ['CREATE TABLE tally (id TEXT PRIMARY KEY, name TEXT NOT NULL, total INTEGER NOT NULL CHECK (total < 1000000)) STRICT'],
  tables: ['tally'],
  projections: {
    tally(sql, id, _before: Tally | undefined, after: Tally) {
      sql.run(
        'INSERT INTO tally (id, name, total) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, total = excluded.total',
        id,
        after.name,
        after.total,
      );
    },
  },
  jobsOf: (fact, after) => {
    const { total } = after.state as Tally;
    return total >= 100
      ? [{ kind: 'reset-tally', key: fact.aggregate_id, due_at: addMs(fact.recorded_at, 3_600_000), payload: { total } }]
      : [];
  },
  jobs: {
    async 'reset-tally'(job, { submit }) {
      const { total } = job.payload as { total: number };
      await submit({ command_id: `reset/${job.key}/${job.due_at}`, type: 'AddToTally', aggregate_id: job.key, payload: { by: -total } });
      return undefined;
    },
  },
};
