import { type AggregateRef, type Id, type Refusal, type World, kernelRefusals } from '../../kernel/index.ts';
import type { Account } from '../account.ts';
import type { Position } from '../position.ts';
import { refusals } from '../refusals.ts';

export function accountRef(accountId: Id): AggregateRef {
  return { aggregate_type: 'account', aggregate_id: accountId };
}

export function positionRef(positionId: Id): AggregateRef {
  return { aggregate_type: 'position', aggregate_id: positionId };
}

/** The account of something that is in it; its absence is a defect. */
export function accountOf(world: World, { account_id }: { readonly account_id: Id }): Account {
  const account = world.read<Account>('account', account_id);
  if (account === undefined) throw new Error(`account ${account_id} is referred to but does not exist`);
  return account;
}

/** The account a new position or order names. */
export function accountForNew(world: World, accountId: Id): Account | Refusal {
  const account = world.read<Account>('account', accountId);
  if (account === undefined) return kernelRefusals.not_found({ noun: 'account', id: accountId });
  return account.closed ? refusals.account_closed({ account: account.name }) : account;
}

export function freePositionId(world: World, positionId: Id): Refusal | undefined {
  const taken = world.read<Position>('position', positionId);
  return taken === undefined ? undefined : kernelRefusals.already_exists({ noun: 'position', id: positionId });
}

/** A position that was merged away is history; whatever is to be done belongs where its fills went. */
export function mergedProblem({ id, merged_into }: Position): Refusal | undefined {
  return merged_into === null ? undefined : refusals.position_merged({ position_id: id, merged_into });
}
