import { typesOf, type PositionSeen } from '@taffrail/domain/conduct';
import { isZero, decimal, type Id, type Instant, type Versioned } from '@taffrail/domain/kernel';
import {
  positionView,
  sizeOf,
  structureOf,
  type Account,
  type Position,
  type PositionView,
  type Structure,
} from '@taffrail/domain/tradelog';
import type { Projection } from './projection.ts';

/** As much of a position as a list of thousands shows. */
export interface PositionRow {
  readonly id: Id;
  readonly account_id: Id;
  readonly symbol: string;
  readonly underlying: string;
  readonly strategy: PositionView['metadata']['derived_strategy'];
  readonly structure: Structure | null;
  readonly instrument_types: PositionSeen['instrument_types'];
  readonly status: Position['status'];
  readonly currency: string;
  readonly created_at: Instant;
  readonly opened_at: Instant | null;
  readonly opened_day: PositionView['metadata']['opened_day'];
  readonly closed_at: Instant | null;
  readonly closed_day: PositionView['metadata']['closed_day'];
  /** Decimal text in the position's currency, of what was closed so far; null where a transfer came without its cost. */
  readonly realised_gross: PositionView['metadata']['realised_pnl']['gross'];
  /** Every fee paid, also for what is still held. */
  readonly fees: PositionView['metadata']['realised_pnl']['fees'];
  /** The one less the other. */
  readonly realised_net: PositionView['metadata']['realised_pnl']['net'];
  readonly r_multiple: PositionView['metadata']['r_multiple'];
  /** What was put into it. */
  readonly size: PositionSeen['size'];
  readonly tags: readonly string[];
  /** Something is held at the moment. */
  readonly held: boolean;
  readonly merged_into: Id | null;
  readonly version: number;
  readonly pending: boolean;
}

export const positionRows: Projection<Position, PositionRow> = {
  name: 'positions',
  make: 5,
  aggregate: 'position',
  reads: ({ account_id }) => [{ aggregate_type: 'account', aggregate_id: account_id }],
  regards: ({ state }) => {
    const { zone, session_start } = state as Account;
    return { zone, session_start };
  },
  row(position, { pending, read }) {
    const account = read<Account>('account', position.state.account_id);
    return account && positionRow(position, account, pending);
  },
};

function positionRow(position: Versioned<Position>, account: Account, pending: boolean): PositionRow {
  const { id, account_id, symbol, underlying, status, currency, created_at, opened_at, closed_at, tags, merged_into } = position.state;
  // Nothing here depends on the time of day; what does, such as days to expiry, is worked out where it is shown.
  const { metadata, legs } = positionView(position, account, created_at);
  return {
    id,
    account_id,
    symbol,
    underlying,
    strategy: metadata.derived_strategy,
    structure: structureOf(position.state.legs),
    instrument_types: typesOf(legs),
    status,
    currency,
    created_at,
    opened_at,
    opened_day: metadata.opened_day,
    closed_at,
    closed_day: metadata.closed_day,
    realised_gross: metadata.realised_pnl.gross,
    fees: metadata.realised_pnl.fees,
    realised_net: metadata.realised_pnl.net,
    r_multiple: metadata.r_multiple,
    size: sizeOf(position.state),
    tags,
    held: legs.some(({ held_quantity }) => !isZero(decimal(held_quantity))),
    merged_into,
    version: position.version,
    pending,
  };
}
