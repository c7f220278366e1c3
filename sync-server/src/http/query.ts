import { invalidInput, type Refusal } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { httpRefusals } from './refusals.ts';

/** A whole number as a parameter carries it: digits. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^(?:0|[1-9]\d{0,15})$/, 'this must be a whole number, in digits')
    .transform(Number)
    .pipe(
      z.int(`this must be a whole number up to ${max}`).min(min, `this must be at least ${min}`).max(max, `this must be at most ${max}`),
    );

export function readQuery<Schema extends z.ZodObject>(
  search: URLSearchParams,
  schema: Schema,
): { readonly value: z.output<Schema> } | Refusal {
  const known = Object.keys(schema.shape);
  const given: Record<string, string> = {};
  for (const [name, value] of search) {
    if (!known.includes(name)) return httpRefusals.unknown_parameter({ name, known });
    if (Object.hasOwn(given, name)) return httpRefusals.repeated_parameter({ name });
    given[name] = value;
  }
  const parsed = schema.safeParse(given);
  return parsed.success ? { value: parsed.data } : invalidInput(parsed.error);
}
