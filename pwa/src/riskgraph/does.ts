import { asJson, isRefusal, type Id, type Refusal } from '@taffrail/domain/kernel';
import type { AddStrategy, ChangeStrategy } from '@taffrail/domain/riskgraph';
import type { Replica, Wish } from '@taffrail/replica';
import { toast } from '../app/index.ts';

/** An id for something that begins here. */
export const nextId = (replica: Replica): Id => replica.ground.surroundings.ids.next();

/** Gives back the refusal only: whoever asks has nothing to do where all went well. */
export async function refusalOf(replica: Replica, ...wishes: readonly Wish[]): Promise<Refusal | undefined> {
  const answer = await replica.dispatch(...wishes);
  return isRefusal(answer) ? answer : undefined;
}

/** For what is done by a tap, without a form that could show the refusal. */
export async function doOrSay(replica: Replica, ...wishes: readonly Wish[]): Promise<boolean> {
  const refusal = await refusalOf(replica, ...wishes);
  if (refusal !== undefined) toast({ tone: 'breach', text: refusal.sentence });
  return refusal === undefined;
}

export const adding = (id: Id, terms: AddStrategy): Wish => ({ type: 'AddStrategy', aggregate_id: id, payload: asJson(terms) });

/** On the version it has when it is done: what somebody else changed meanwhile stays as it is. */
export async function changing(replica: Replica, id: Id, change: Partial<ChangeStrategy>): Promise<Wish> {
  const expected_version = (await replica.state('strategy', id))?.version ?? 0;
  return { type: 'ChangeStrategy', aggregate_id: id, payload: asJson(change), expected_version };
}

export async function turning(replica: Replica, type: 'RemoveStrategy' | 'RestoreStrategy', id: Id): Promise<Wish> {
  return { type, aggregate_id: id, payload: {}, expected_version: (await replica.state('strategy', id))?.version ?? 0 };
}
