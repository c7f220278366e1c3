import { daySchema, idSchema } from '@taffrail/domain/kernel';
import type { z } from 'zod';

export type Part = 'rich_text' | 'ticks';

export interface DocumentKind {
  /** What tells one document of the kind from another. */
  readonly key: z.ZodType<string>;
  /** The parts it is made of; an update that brings any other is refused. */
  readonly parts: { readonly [name: string]: Part };
  /** Snapshot and updates together, as they are stored. */
  readonly mostBytes: number;
}

const MB = 1_000_000;
const VIEW_BYTES = 100_000;

/** The closed set of what people write together. */
const documentKinds: { readonly [kind: string]: DocumentKind } = {
  /** The page of one trading day. */
  day: { key: daySchema, parts: { body: 'rich_text', ticks: 'ticks' }, mostBytes: MB },
  /** What is to be remembered about one position. */
  notes: { key: idSchema, parts: { body: 'rich_text', ticks: 'ticks' }, mostBytes: MB },
  /** What pages begin with when somebody wants it. Its first line is its name; without one it is gone. */
  template: { key: idSchema, parts: { body: 'rich_text', ticks: 'ticks' }, mostBytes: MB },
  /** A list as somebody likes to see it: its name, and below it what its address says. Without lines it is gone. */
  view: { key: idSchema, parts: { body: 'rich_text' }, mostBytes: VIEW_BYTES },
};

export const kindNames: readonly string[] = Object.keys(documentKinds);

/** The kind of the document that goes by `<kind>/<key>`; undefined where no document can. */
export function kindOf(name: string): DocumentKind | undefined {
  const [kind = '', key, ...more] = name.split('/');
  if (more.length > 0 || !Object.hasOwn(documentKinds, kind)) return undefined;
  const found = documentKinds[kind];
  return found?.key.safeParse(key).success ? found : undefined;
}
