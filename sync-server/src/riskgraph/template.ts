import type { Versioned } from '@taffrail/domain/kernel';
import type { StrategyTemplate } from '@taffrail/domain/riskgraph';
import { dispatch, lastSeqOf, type Caller, type DoorAnswer, type Wish } from '../http/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { findTemplate } from './states.ts';

export function templateView(workspace: Workspace, { state, version }: Versioned<StrategyTemplate>) {
  const { removed_at: _, ...template } = state;
  const [counted] = workspace.read((sql) =>
    sql.all<{ uses: number }>('SELECT count(*) AS uses FROM riskgraph_strategy WHERE template_id = ?', state.id),
  );
  return { ...template, version, use_count: counted?.uses ?? 0 };
}

/** Carries out a command on a template and shows what it led to. */
export async function changeTemplate(caller: Caller, wish: Wish, status: number): Promise<DoorAnswer> {
  const answer = await dispatch(caller, wish);
  if (answer.outcome === 'refused') return answer;
  const found = findTemplate(caller.workspace, wish.aggregate_id, answer.facts.length === 0 ? undefined : lastSeqOf(answer));
  if (!found) throw new Error(`template ${wish.aggregate_id} was changed but is not there`);
  return { status, body: templateView(caller.workspace, found), version: found.version };
}
