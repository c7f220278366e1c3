import { asJson, type Id, type Refusal } from '@taffrail/domain/kernel';
import type { Position } from '@taffrail/domain/tradelog';
import type { Replica, Wish } from '@taffrail/replica';
import { position as words } from '../../words/index.ts';
import { doOrSay, refusalOf } from '../standing.ts';
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

/** Fills that were recorded a moment ago never happened, wherever they went: some begin the next position. */
export async function takeBack(replica: Replica, id: Id, fillIds: readonly Id[]): Promise<void> {
  const next = (await replica.state<Position>('position', id))?.state.continued_in ?? null;
  for (const place of next === null ? [id] : [next, id]) {
    for (const fill_id of fillIds) {
      const position = await replica.state<Position>('position', place);
      if (position === undefined || !position.state.fills.some((fill) => fill.id === fill_id)) continue;
      const payload = { fill_id, reason: words.notSo };
      await doOrSay(replica, { type: 'VoidFill', aggregate_id: place, payload, expected_version: position.version });
    }
  }
}
