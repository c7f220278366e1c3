import { idSchema } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { dispatch, lastSeqOf, type Caller, type DoorAnswer, type Wish } from '../../http/index.ts';
import { activeStrategies, findStrategy, strategyView } from '../states.ts';

export const params = z.object({ id: idSchema });

export const creation = { idempotencyKey: 'optional' } as const;
export const edit = { ifMatch: 'required', idempotencyKey: 'optional' } as const;

/** Carries out a command on a strategy and shows what it led to. */
export async function changeStrategy(caller: Caller, wish: Wish, status: number): Promise<DoorAnswer> {
  const answer = await dispatch(caller, wish);
  return answer.outcome === 'refused' ? answer : strategyReply(caller, wish.aggregate_id, status, lastSeqOf(answer));
}

export function strategyReply({ workspace }: Caller, id: string, status: number, asOfSeq?: number): DoorAnswer {
  const found = findStrategy(workspace, id, asOfSeq);
  if (!found) throw new Error(`strategy ${id} was changed but is not there`);
  const place = activeStrategies(workspace).findIndex(({ state }) => state.id === id);
  return {
    status,
    body: strategyView(found, Math.max(place, 0), workspace.now()),
    version: found.version,
    headers: { location: `/api/risk-graph/strategies/${id}` },
  };
}
