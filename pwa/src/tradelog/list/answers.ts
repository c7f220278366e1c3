import { compare, decimal, type Id } from '@taffrail/domain/kernel';
import type { ResponseRow } from '@taffrail/replica';

/** What was submitted about each trade, the latest first. */
export type AnswersOf = (positionId: Id) => readonly ResponseRow[];

export function answersIn(rows: Iterable<ResponseRow>): AnswersOf {
  const submitted = [...rows].filter(({ position_id, grade }) => position_id !== null && grade !== null);
  const latestFirst = submitted.toSorted((a, b) => ((a.submitted_at ?? '') < (b.submitted_at ?? '') ? 1 : -1));
  const byPosition = Map.groupBy(latestFirst, ({ position_id }) => position_id);
  return (positionId) => byPosition.get(positionId) ?? NONE;
}

const NONE: readonly ResponseRow[] = [];

/** What one field is asked to be: an answer, or a figure within bounds. */
export type Wanted =
  | { readonly key: string; readonly is: boolean | string }
  | { readonly key: string; readonly from: string | undefined; readonly to: string | undefined };

/** As an address says it. A key has no colon in it; what follows the last one may have any. */
export function writtenWanted(wanted: Wanted): string {
  if ('is' in wanted) return typeof wanted.is === 'boolean' ? `${wanted.key}:${wanted.is ? 'yes' : 'no'}` : `${wanted.key}:is:${wanted.is}`;
  return `${wanted.key}:within:${wanted.from ?? ''}:${wanted.to ?? ''}`;
}

/** Undefined for what no list of ours writes. */
export function readWanted(text: string): Wanted | undefined {
  const [key = '', how, ...rest] = text.split(':');
  if (how === 'yes' || how === 'no') return { key, is: how === 'yes' };
  if (how === 'is') return { key, is: rest.join(':') };
  const [from = '', to = ''] = rest;
  return how === 'within' && isFigure(from) && isFigure(to) ? { key, from: from || undefined, to: to || undefined } : undefined;
}

const isFigure = (text: string): boolean => /^(-?\d{1,30}(\.\d{1,30})?)?$/.test(text);

/** A box that was left empty was not ticked. */
export function isAnswered({ values }: ResponseRow, wanted: Wanted): boolean {
  const value = Object.hasOwn(values, wanted.key) ? values[wanted.key] : undefined;
  if ('is' in wanted) return wanted.is === false ? value === undefined || value === false : value === wanted.is;
  if (typeof value !== 'string' || !isFigure(value) || value === '') return false;
  const figure = decimal(value);
  const { from, to } = wanted;
  return (from === undefined || compare(figure, decimal(from)) >= 0) && (to === undefined || compare(figure, decimal(to)) <= 0);
}
