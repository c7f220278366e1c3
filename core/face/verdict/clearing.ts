import type { Reason } from '@taffrail/domain/discipline';
import type { Instant } from '@taffrail/domain/kernel';

export const stopsIn = (reasons: readonly Reason[]): readonly Reason[] => reasons.filter(({ effect }) => effect === 'stops');

/** When the last of what stops a trade is over; null where something of it does not end by itself. */
export function clearsAt(stops: readonly Reason[]): Instant | null {
  const ends = stops.map(({ clears_at }) => clears_at);
  if (ends.length === 0 || ends.includes(null)) return null;
  return ends.reduce((latest, end) => ((end ?? '') > (latest ?? '') ? end : latest));
}
