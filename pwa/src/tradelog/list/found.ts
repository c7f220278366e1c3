import type { PositionRow } from '@taffrail/replica';

/** More than fit are found in the list. */
const MOST_FOUND = 8;

/** By the symbol or what it moves with: what is on comes first, and of what is alike the newest. */
export function found(rows: readonly PositionRow[], typed: string): readonly PositionRow[] {
  const wanted = typed.trim().toUpperCase();
  return rows
    .filter(({ symbol, underlying, merged_into }) => merged_into === null && (symbol.startsWith(wanted) || underlying.startsWith(wanted)))
    .toSorted((a, b) => standing[a.status] - standing[b.status] || (a.created_at < b.created_at ? 1 : -1))
    .slice(0, MOST_FOUND);
}

const standing: { readonly [Status in PositionRow['status']]: number } = { open: 0, planned: 1, closed: 2 };
