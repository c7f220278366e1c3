import { daySchema, idSchema } from '@taffrail/domain/kernel';
import type { z } from 'zod';

export type Part = 'rich_text' | 'registers';

export interface DocumentKind {
  /** What tells one document of the kind from another. */
  readonly key: z.ZodType<string>;
  /** The parts it is made of; an update that brings any other is refused. */
  readonly parts: { readonly [name: string]: Part };
  /** Parts of which it has any number, by how their names begin; the name of a field follows. */
  readonly families?: { readonly [prefix: string]: Part };
  /** Snapshot and updates together, as they are stored. */
  readonly mostBytes: number;
}

/** What is written in answer to a field, and what is remarked on it. */
export const ANSWER = 'answer:';
export const COMMENT = 'comment:';
const fieldName = /^[a-z][a-z0-9_]{0,127}$/;

const MB = 1_000_000;
const VIEW_BYTES = 100_000;

/** The closed set of what people write together. */
const documentKinds: { readonly [kind: string]: DocumentKind } = {
  /** The page of one trading day. */
  day: { key: daySchema, parts: { body: 'rich_text', ticks: 'registers' }, mostBytes: MB },
  /** What is to be remembered about one position. */
  notes: { key: idSchema, parts: { body: 'rich_text', ticks: 'registers' }, mostBytes: MB },
  /** What pages begin with when somebody wants it. Its first line is its name; without one it is gone. */
  template: { key: idSchema, parts: { body: 'rich_text', ticks: 'registers' }, mostBytes: MB },
  /** A list as somebody likes to see it: its name, and below it what its address says. Without lines it is gone. */
  view: { key: idSchema, parts: { body: 'rich_text' }, mostBytes: VIEW_BYTES },
  /** A playbook until it is published, and again for its next version. */
  playbook: { key: idSchema, parts: { form: 'registers' }, mostBytes: MB },
  /** A checklist being filled in; the same one on every device, because its key follows from what it is about. */
  response: {
    key: idSchema,
    parts: { answers: 'registers' },
    families: { [ANSWER]: 'rich_text', [COMMENT]: 'rich_text' },
    mostBytes: MB,
  },
};

export const kindNames: readonly string[] = Object.keys(documentKinds);

/** The kind of the document that goes by `<kind>/<key>`; undefined where no document can. */
export function kindOf(name: string): DocumentKind | undefined {
  const [kind = '', key, ...more] = name.split('/');
  if (more.length > 0 || !Object.hasOwn(documentKinds, kind)) return undefined;
  const found = documentKinds[kind];
  return found?.key.safeParse(key).success ? found : undefined;
}

/** What a part of this name is in documents of a kind; undefined where there is none. */
export function partOf({ parts, families = {} }: DocumentKind, name: string): Part | undefined {
  if (Object.hasOwn(parts, name)) return parts[name];
  const prefix = Object.keys(families).find((one) => name.startsWith(one) && fieldName.test(name.slice(one.length)));
  return prefix === undefined ? undefined : families[prefix];
}
