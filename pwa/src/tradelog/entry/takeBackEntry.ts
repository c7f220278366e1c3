import type { Position } from '@taffrail/domain/tradelog';
import type { Replica, Wish } from '@taffrail/replica';
import { editNow, takeBack } from '../position/does.ts';
import { doOrSay } from '../standing.ts';

/** What was written down a moment ago never was: an order is cancelled; of a position its fills are voided, and the plan that is left is given up. */
export async function takeBackEntry(replica: Replica, { type, aggregate_id: id }: Wish): Promise<void> {
  if (type === 'PlaceOrder') {
    await doOrSay(replica, { type: 'CancelOrder', aggregate_id: id, payload: {} });
    return;
  }
  const position = await replica.state<Position>('position', id);
  if (position === undefined) return;
  await takeBack(
    replica,
    id,
    position.state.fills.map((fill) => fill.id),
  );
  await editNow(replica, id, 'ClosePosition', {});
}
