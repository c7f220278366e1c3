import { asJson, isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { type AdvancePhase, type Phase, type PhaseProgress, phaseProgressId } from '@taffrail/domain/phases';
import type { BookEntry, Replica } from '@taffrail/replica';
import { api } from '../../app/index.ts';
import type { PhaseStanding } from '../../conduct/index.ts';

export interface Desk {
  readonly entry: BookEntry;
  readonly replica: Replica;
}

/** Whether the phase has changed, or why nothing came of it. */
type Answer = Promise<{ readonly changed: boolean } | Refusal>;

/** Asks for the next phase: of the server, or here where the book has none. */
export async function advance({ entry, replica }: Desk, { standing }: PhaseStanding): Answer {
  if (entry.workspace_id !== null) return api('/api/phases/advance', { method: 'POST', body: {}, workspaceId: entry.workspace_id });
  const payload: AdvancePhase = { evidence: standing.evidence, operator_id: null };
  const changes = await replica.dispatch({ type: 'AdvancePhase', aggregate_id: phaseProgressId, payload: asJson(payload) });
  if (isRefusal(changes)) return changes;
  const progress = changes[0]?.after.state as PhaseProgress | undefined;
  return { changed: progress?.history.at(-1)?.kind === 'changed' };
}

export interface Overriding {
  readonly to_phase: Phase;
  readonly reason: string;
  readonly password: string;
}

/** Only a server compares the password. */
export function override(workspaceId: string, body: Overriding): Answer {
  return api('/api/phases/override', { method: 'POST', body, workspaceId });
}
