import type { z } from 'zod';
import { answeredSchema, sentSchema, type JsonSchema } from './jsonSchema.ts';
import { isDecimal, isId } from './sample.ts';

export interface Field {
  /** Its path from the top: `legs[].quantity`. */
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  /** What it means, then what it is held to. */
  readonly notes: readonly string[];
}

/** What a caller may send, however deep, in the order it was written. */
export const sentFields = (schema: z.ZodType): Field[] => fieldsOf(sentSchema(schema));

/** What a caller gets. All of it is always there, so that nothing is marked as required. */
export const answeredFields = (schema: z.ZodType): Field[] =>
  fieldsOf(answeredSchema(schema)).map((field) => ({ ...field, required: false }));

function fieldsOf(schema: JsonSchema, prefix = ''): Field[] {
  const required = new Set(schema.required);
  return Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    const name = `${prefix}${key}`;
    const field = fieldOf(name, property as JsonSchema, required.has(key));
    return [field, ...innerFields(name, property as JsonSchema)];
  });
}

export function fieldOf(name: string, schema: JsonSchema, required: boolean): Field {
  return { name, type: typeOf(schema), required, notes: [...(schema.description ? [schema.description] : []), ...limitsOf(schema)] };
}

function innerFields(name: string, schema: JsonSchema): Field[] {
  const inside = alternativesOf(schema).flatMap((each) => {
    if (each.type === 'array') return fieldsOf(objectIn(each.items as JsonSchema | undefined), `${name}[].`);
    return fieldsOf(each, `${name}.`);
  });
  // Alternatives of one shape share fields; a reader needs each once.
  return inside.filter((field, index) => inside.findIndex(({ name: other }) => other === field.name) === index);
}

const alternativesOf = (schema: JsonSchema): JsonSchema[] => schema.anyOf ?? schema.oneOf ?? [schema];

function objectIn(items: JsonSchema | undefined): JsonSchema {
  return items ? (alternativesOf(items).find((each) => each.properties) ?? {}) : {};
}

/** A type in words. */
function typeOf(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map(String).join(' | ');
  if (schema.anyOf ?? schema.oneOf) return [...new Set(alternativesOf(schema).map(typeOf))].join(' or ');
  if (isDecimal(schema)) return schema.type?.includes('null') ? 'decimal or null' : 'decimal';
  if (Array.isArray(schema.type)) return (schema.type as string[]).map((type) => words[type] ?? type).join(' or ');
  if (schema.type === 'array') return schema.items ? `list of ${plural(typeOf(schema.items as JsonSchema))}` : 'list';
  if (isId(schema)) return 'id';
  return schema.type === undefined ? 'anything' : (words[schema.type] ?? schema.type);
}

const words: { readonly [type: string]: string } = { string: 'text', integer: 'whole number', boolean: 'true or false' };

const plural = (type: string): string => (/^(?:object|id|number|whole number)$/.test(type) ? `${type}s` : type);

function limitsOf(schema: JsonSchema): string[] {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems } = schema;
  return [
    ...rangeOf(minimum, maximum, ''),
    ...rangeOf(minLength, maxLength, ' characters'),
    ...rangeOf(minItems, maxItems, ' items'),
    ...(schema.default === undefined || schema.default === null ? [] : [`${JSON.stringify(schema.default)} when left out`]),
  ];
}

function rangeOf(least: number | undefined, most: number | undefined, unit: string): string[] {
  const [from, to] = [shown(least), shown(most)];
  if (from !== undefined && to !== undefined) return [`${from} to ${to}${unit}`];
  if (to !== undefined) return [`at most ${to}${unit}`];
  return from === undefined ? [] : [`at least ${from}${unit}`];
}

/** The edges of what a number can hold are not limits anyone chose. */
const shown = (limit: number | undefined): string | undefined =>
  limit === undefined || Math.abs(limit) === Number.MAX_SAFE_INTEGER ? undefined : limit.toLocaleString('en');
