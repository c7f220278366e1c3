import type { Json } from '@taffrail/domain/kernel';

/** One field in which two sides differ. */
export interface Difference {
  /** The innermost name, which is what a trader calls it. */
  readonly field: string;
  readonly mine: Json | undefined;
  readonly theirs: Json | undefined;
}

/** Bookkeeping that differs whenever two sides were written at two moments, and says nothing to anybody. */
const UNSAID: ReadonlySet<string> = new Set([
  'version',
  'created_at',
  'recorded_at',
  'revised_at',
  'begun_at',
  'submitted_at',
  'revisions',
  'submissions',
  'rests_on',
  'basis',
]);

/** An id names something, to programs only. */
const NAMES_SOMETHING = /(?:^|_)ids?$/;

/** Field by field, as deep as fields have names; what stands in a list is compared as a whole. */
export function differences(mine: Json | undefined, theirs: Json | undefined, field = ''): readonly Difference[] {
  if (!isRecord(mine) && !isRecord(theirs)) return same(mine, theirs) ? [] : [{ field, mine, theirs }];
  const [left, right] = [fieldsOf(mine), fieldsOf(theirs)];
  const names = new Set([...Object.keys(left), ...Object.keys(right)].filter((name) => !UNSAID.has(name) && !NAMES_SOMETHING.test(name)));
  return [...names].flatMap((name) => differences(left[name], right[name], name));
}

type Fields = { readonly [name: string]: Json };

/** An amount is one thing, although it is written as two. */
function isRecord(value: Json | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('minor' in value);
}

const fieldsOf = (value: Json | undefined): Fields => (isRecord(value) ? value : {});

const same = (a: Json | undefined, b: Json | undefined): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
