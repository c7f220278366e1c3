import type { JsonSchema } from './jsonSchema.ts';

const SAMPLE_ID = '01955e1c-6d2b-7a3e-9f40-2b8c1d5e7a90';

/** The least a schema asks for, with the example it gives where it gives one. */
export function sampleOf(schema: JsonSchema): unknown {
  const [example] = schema.examples ?? [];
  if (example !== undefined) return example;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const alternative = schema.oneOf?.[0] ?? schema.anyOf?.[0];
  if (alternative) return sampleOf(alternative);
  if (isDecimal(schema)) return '1';
  return sampleOfType(schema, Array.isArray(schema.type) ? schema.type[0] : schema.type);
}

function sampleOfType(schema: JsonSchema, type: unknown): unknown {
  switch (type) {
    case 'object':
      return Object.fromEntries((schema.required ?? []).map((name) => [name, sampleOf((schema.properties?.[name] ?? {}) as JsonSchema)]));
    case 'array':
      return schema.items === undefined ? [] : [sampleOf(schema.items as JsonSchema)];
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'null':
      return null;
    case 'string':
      return isId(schema) ? SAMPLE_ID : '…';
    default:
      return {};
  }
}

export const isId = (schema: JsonSchema): boolean => schema.pattern?.startsWith('^[0-9a-f]{8}-') ?? false;

/** Amounts are decimal text, and a number is understood where it is exact. */
export const isDecimal = ({ type }: JsonSchema): boolean => Array.isArray(type) && type.includes('string') && type.includes('number');
