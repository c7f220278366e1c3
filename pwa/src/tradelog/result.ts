import type { DecimalText } from '@taffrail/domain/kernel';
import type { Position } from '@taffrail/domain/tradelog';

/** A plan that came to nothing is over, and was never a trade that was closed. */
export const statusOf = ({ status, opened_at }: Pick<Position, 'status' | 'opened_at'>): Position['status'] | 'given_up' =>
  status === 'closed' && opened_at === null ? 'given_up' : status;

/**
 * Whether a trade has made or lost anything yet. A plan has not, given up or not; and an open position has not while all there is to tell of
 * what was closed are its fees: they are no loss that was banked.
 */
export function hasResult({ status, opened_at }: Pick<Position, 'status' | 'opened_at'>, gross: DecimalText | null): boolean {
  return opened_at !== null && !(status === 'open' && gross === '0');
}
