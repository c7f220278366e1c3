import { asJson, type Id, type Refusal } from '@taffrail/domain/kernel';
import type { Replica, Wish } from '@taffrail/replica';
import { refusalOf } from '../standing.ts';
import type { ShownPosition } from './usePosition.ts';

/** An edit of what somebody looked at: where it changed meanwhile, it is refused. */
export function edit(shown: ShownPosition, type: string, payload: object): Wish {
  return { type, aggregate_id: shown.state.id, payload: asJson(payload), expected_version: shown.version };
}

/** The same on whatever is there now: for what is taken back later. */
export async function editNow(replica: Replica, id: Id, type: string, payload: object): Promise<Refusal | undefined> {
  const version = (await replica.state('position', id))?.version;
  const seen = version === undefined ? {} : { expected_version: version };
  return refusalOf(replica, { type, aggregate_id: id, payload: asJson(payload), ...seen });
}
