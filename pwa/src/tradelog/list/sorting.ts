import { compare, decimal, type Decimal, type Id } from '@taffrail/domain/kernel';
import type { PositionRow } from '@taffrail/replica';
import type { Sort } from '@taffrail/ui';
import type { AnswersOf } from './answers.ts';

/** What moved last comes first. */
const usualSort: Sort = { key: 'day', descending: true };

type Key = string | Decimal | null;

/** What rows do not say themselves. */
interface KnownOf {
  readonly names?: ReadonlyMap<Id, string> | undefined;
  readonly graded?: AnswersOf | undefined;
}

const keys: { readonly [column: string]: (row: PositionRow, known: KnownOf) => Key } = {
  symbol: ({ symbol }) => symbol,
  strategy: ({ strategy }) => strategy,
  status: ({ status }) => status,
  grade: ({ id }, { graded }) => graded?.(id)[0]?.grade ?? null,
  account: ({ account_id }, { names }) => names?.get(account_id) ?? '',
  day: ({ closed_at, opened_at, created_at }) => closed_at ?? opened_at ?? created_at,
  opened: ({ opened_at }) => opened_at,
  closed: ({ closed_at }) => closed_at,
  net: ({ realised_net }) => realised_net && decimal(realised_net),
  r: ({ r_multiple }) => r_multiple && decimal(r_multiple),
  tags: ({ tags }) => tags.join(' ') || null,
};

/** Only what this order looks at: what else becomes known is no reason to sort again. */
export const lookedAt = ({ key }: Sort, { names, graded }: KnownOf): KnownOf => ({
  names: key === 'account' ? names : undefined,
  graded: key === 'grade' ? graded : undefined,
});

/** `-net` is the largest result first. An address that says anything else is sorted as usual. */
export function readSort(text: string): Sort {
  const descending = text.startsWith('-');
  const key = descending ? text.slice(1) : text;
  return Object.hasOwn(keys, key) ? { key, descending } : usualSort;
}

export const writtenSort = ({ key, descending }: Sort): string => (descending ? `-${key}` : key);

/** What has no such figure comes last, whichever way one looks. Keys are read once a row, and rows that are alike stay as they were. */
export function sorted(rows: readonly PositionRow[], { key, descending }: Sort, known: KnownOf): readonly PositionRow[] {
  const keyOf = keys[key];
  if (keyOf === undefined) return rows;
  const keyed = rows.map((row) => ({ row, key: keyOf(row, known) }));
  const sign = descending ? -1 : 1;
  return keyed.toSorted((a, b) => order(a.key, b.key, sign)).map(({ row }) => row);
}

function order(a: Key, b: Key, sign: 1 | -1): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'object' && typeof b === 'object') return sign * compare(a, b);
  if (a === b) return 0;
  return a < b ? -sign : sign;
}
