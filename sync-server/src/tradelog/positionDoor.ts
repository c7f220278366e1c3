import { kernelRefusals, type Id, type Instant, type Versioned } from '@taffrail/domain/kernel';
import { positionView, type Account, type Position, type PositionView } from '@taffrail/domain/tradelog';
import { dispatch, lastSeqOf, type Accepted, type Caller, type DoorAnswer, type Wish } from '../http/index.ts';
import type { Workspace } from '../workspace/index.ts';

const positionRef = (id: Id) => ({ aggregate_type: 'position', aggregate_id: id });
const accountRef = (id: Id) => ({ aggregate_type: 'account', aggregate_id: id });

export interface PositionInAccount {
  readonly position: Versioned<Position>;
  readonly account: Account;
}

/** A position with its account: now, or as both were when an answer was given. */
export function findPosition(workspace: Workspace, id: Id, asOfSeq = workspace.lastSeq): PositionInAccount | undefined {
  const position = workspace.stateAsOf(positionRef(id), asOfSeq) as Versioned<Position> | undefined;
  const account = position && (workspace.stateAsOf(accountRef(position.state.account_id), asOfSeq)?.state as Account | undefined);
  return position && account && { position, account };
}

export const noSuchPosition = (id: Id) => kernelRefusals.not_found({ noun: 'position', id });

export const viewOf = ({ position, account }: PositionInAccount, now: Instant): PositionView => positionView(position, account, now);

/** Carries out a command on a position and shows the position it led to: mostly the same, sometimes a new one. */
export async function changePosition(
  caller: Caller,
  wish: Wish,
  status: number,
  shownId = (_: Accepted): Id => wish.aggregate_id,
): Promise<DoorAnswer> {
  const answer = await dispatch(caller, wish);
  if (answer.outcome === 'refused') return answer;
  const id = shownId(answer);
  const found = findPosition(caller.workspace, id, lastSeqOf(answer));
  if (!found) throw new Error(`position ${id} was changed but is not there`);
  return {
    status,
    body: viewOf(found, answer.recorded_at),
    version: found.position.version,
    headers: { location: `/api/positions/${id}` },
  };
}

/** Where an answer's last fact of a type went: a fill on a closed position opens the next one, a split makes a new one. */
export const positionOfLast =
  (type: string) =>
  ({ facts }: Accepted): Id => {
    const last = facts.findLast((fact) => fact.type === type);
    if (!last) throw new Error(`the answer has no ${type}`);
    return last.aggregate_id;
  };
