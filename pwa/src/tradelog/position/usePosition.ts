import type { Id, Instant, Versioned } from '@taffrail/domain/kernel';
import { positionView, type Account, type Position, type PositionView } from '@taffrail/domain/tradelog';
import type { Live, Replica } from '@taffrail/replica';
import { useLive, useReplica } from '../../app/index.ts';

/** A position as its page shows it: what it is, and every figure that follows. */
export interface ShownPosition {
  readonly state: Position;
  readonly version: number;
  readonly view: PositionView;
  readonly account: Account;
  readonly now: Instant;
}

/** Undefined where there is no such position on this device. */
export function usePosition(id: Id): Live<ShownPosition | undefined> {
  const replica = useReplica();
  return useLive(['position', 'account'], () => read(replica, id), [id]);
}

async function read(replica: Replica, id: Id): Promise<ShownPosition | undefined> {
  const position = await replica.state<Position>('position', id);
  const account = position && (await replica.state<Account>('account', position.state.account_id));
  return position && account && shownPosition(position, account.state, replica.now());
}

function shownPosition(position: Versioned<Position>, account: Account, now: Instant): ShownPosition {
  return { state: position.state, version: position.version, view: positionView(position, account, now), account, now };
}
