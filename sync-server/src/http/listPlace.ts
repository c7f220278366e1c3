import { z } from 'zod';
import type { SqlValue } from '../workspace/index.ts';

/** A place in a list ordered by time: behind it the next page begins. Pages go by place and not by number, so that a new row shifts nothing. */
export interface ListPlace {
  readonly at: string;
  readonly id: string;
}

export const placeSchema = z.string().regex(/^[\d:.TZ-]{24}\/[\da-f-]{36}$/, 'take it from next_after of the page before');

export function placeFrom(text: string | undefined): ListPlace | undefined {
  const [at, id] = text?.split('/') ?? [];
  return at && id ? { at, id } : undefined;
}

/** Where the page after this one begins; null when this one was not full and so is the last. */
export function nextAfter(places: readonly ListPlace[], limit: number): string | null {
  const last = places.length === limit ? places.at(-1) : undefined;
  return last ? `${last.at}/${last.id}` : null;
}

/** Collects the conditions whose values were given. */
export function whereOf(conditions: readonly (readonly [condition: string, ...values: (SqlValue | undefined)[]])[]): {
  text: string;
  params: SqlValue[];
} {
  const given = conditions.filter(([, ...values]) => values.every((value) => value !== undefined));
  return {
    text: given.length > 0 ? `WHERE ${given.map(([condition]) => condition).join(' AND ')}` : '',
    params: given.flatMap(([, ...values]) => values as SqlValue[]),
  };
}
