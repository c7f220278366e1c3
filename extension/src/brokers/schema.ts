import { daySchema, lineSchema } from '@taffrail/domain/kernel';
import { isFlawed, patternOf } from '@taffrail/domain/playbooks';
import { z } from 'zod';
import { type Adapter, fieldNames, type Source } from './adapter.ts';
import { LONGEST_SELECTOR, LONGEST_TEXT, MOST_MAPPED, MOST_MAPS, MOST_MATCHES, MOST_ROOTS, MOST_SELECTORS, MOST_WAYS } from './limits.ts';
import { flawOfMatch } from './matchPattern.ts';
import { flawOfSelector, flawOfSource } from './selector.ts';

/**
 * What an adapter may say. It is made when somebody asks, and nothing of it stands at the top of this file, so that the script in the
 * broker's page, which is given adapters that were checked, comes without it.
 */
export function adapterSchema(): z.ZodType<Adapter> {
  const meaning = { pattern: patternSchema().exactOptional(), map: nameSchema().exactOptional() };
  const way = z.strictObject({ selector: selectorSchema(), from: sourceSchema(), within: z.literal('page').exactOptional(), ...meaning });
  const field = z.strictObject({ read: z.array(way).min(1).max(MOST_WAYS), optional: z.literal(true).exactOptional() });
  const says = z.strictObject(meaning).exactOptional();
  return z
    .strictObject({
      format: z.literal('taffrail.adapter'),
      version: z.literal(1),
      id: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/, 'must be small letters, digits and dashes'),
      name: lineSchema(60),
      matches: z.array(flawless(flawOfMatch, 200)).min(1).max(MOST_MATCHES),
      ticket: z.array(selectorSchema()).min(1).max(MOST_ROOTS),
      fields: z.strictObject(Object.fromEntries(fieldNames.map((name) => [name, field.exactOptional()]))) as z.ZodType<Adapter['fields']>,
      number_locale: z.union([
        z.literal('page'),
        z
          .strictObject({ decimal: z.enum(['.', ',']), group: z.enum(['.', ',', ' ', "'", '']) })
          .refine(({ decimal, group }) => decimal !== group, 'a number cannot have one sign for both'),
      ]),
      value_maps: mapsSchema(),
      submit: z
        .strictObject({
          selector: z.array(selectorSchema()).min(1).max(MOST_WAYS),
          says: z.strictObject({ symbol: says, side: says, quantity: says }),
        })
        .nullable(),
      adapter_version: z.int().min(1).max(1_000_000),
      last_verified: daySchema.nullable(),
      status: z.enum(['experimental', 'verified']),
      fingerprint: z
        .strictObject(Object.fromEntries(fieldNames.map((name) => [name, z.string().max(LONGEST_TEXT).exactOptional()])))
        .nullable(),
    })
    .refine((adapter) => selectorsOf(adapter).length <= MOST_SELECTORS, `must have at most ${MOST_SELECTORS} selectors`)
    .refine(
      (adapter) => mapsNamedBy(adapter).every((name) => Object.hasOwn(adapter.value_maps, name)),
      'names a value map that it does not have',
    );
}

/** Text that a rule finds nothing wrong with. */
function flawless(flawOf: (text: string) => string | undefined, longest: number) {
  return z
    .string()
    .min(1)
    .max(longest)
    .superRefine((text, context) => {
      const flaw = flawOf(text);
      if (flaw !== undefined) context.addIssue({ code: 'custom', message: flaw });
    });
}

const selectorSchema = () => flawless(flawOfSelector, LONGEST_SELECTOR);
const sourceSchema = () => flawless(flawOfSource, 60) as unknown as z.ZodType<Source>;
const nameSchema = () => z.string().regex(/^[a-z][a-z0-9_]{0,29}$/, 'must be small letters, digits and underscores');

function patternSchema() {
  return flawless((source) => {
    const pattern = patternOf(source);
    return isFlawed(pattern) ? pattern.flaw : undefined;
  }, LONGEST_TEXT);
}

function mapsSchema() {
  const map = z.record(z.string().min(1).max(60), z.string().min(1).max(60));
  return z
    .record(
      nameSchema(),
      map.refine((said) => Object.keys(said).length <= MOST_MAPPED, `must have at most ${MOST_MAPPED} words`),
    )
    .refine((maps) => Object.keys(maps).length <= MOST_MAPS, `must be at most ${MOST_MAPS} value maps`);
}

function selectorsOf({ ticket, fields, submit }: Pick<Adapter, 'ticket' | 'fields' | 'submit'>): readonly string[] {
  return [...ticket, ...Object.values(fields).flatMap(({ read }) => read.map(({ selector }) => selector)), ...(submit?.selector ?? [])];
}

function mapsNamedBy({ fields, submit }: Pick<Adapter, 'fields' | 'submit'>): readonly string[] {
  const meanings = [...Object.values(fields).flatMap(({ read }) => read), ...Object.values(submit?.says ?? {})];
  return meanings.flatMap(({ map }) => (map === undefined ? [] : [map]));
}
