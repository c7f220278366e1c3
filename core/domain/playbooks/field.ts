import { z } from 'zod';
import { compare, decimal, decimalSchema, lineSchema, proseSchema } from '../kernel/index.ts';
import {
  FEWEST_OPTIONS,
  HEAVIEST_WEIGHT,
  HIGHEST_RATING,
  LONGEST_HELP,
  LONGEST_KEY,
  LONGEST_LABEL,
  LONGEST_OPTION,
  MOST_OPTIONS,
  USUAL_RATING,
  WEIGHT_PLACES,
} from './limits.ts';
import { isFlawed, patternOf } from './pattern/pattern.ts';

const fieldTypes = ['boolean', 'select', 'number', 'text', 'rating', 'rich_text'] as const;

export const fieldTypeSchema = z.enum(fieldTypes);

export type FieldType = (typeof fieldTypes)[number];

/** Words that programs keep for themselves; a server takes no object that has one for a name. */
const KEPT = new Set(['constructor', 'prototype']);

export const fieldKeySchema = z
  .string('a key is text')
  .max(LONGEST_KEY, `a key is at most ${LONGEST_KEY} characters long`)
  .regex(/^[a-z][a-z0-9_]*$/, 'a key begins with a small letter, followed by small letters, digits and _')
  .refine((key) => !KEPT.has(key), 'is a word that programs keep for themselves; choose another key')
  .meta({ examples: ['above_average_volume'] });

/** A number somebody answers with, or a bound to it. */
export const amountSchema = decimalSchema({ places: 10, whole: 15 }).meta({ examples: ['1.5'] });

const patternSchema = z
  .string('a pattern is text')
  .superRefine((source, context) => {
    const pattern = patternOf(source);
    if (isFlawed(pattern)) context.addIssue(pattern.flaw);
  })
  .meta({ description: 'Found anywhere in the text, unless it begins with ^ and ends with $', examples: ['^[A-Z]{1,5}$'] });

const validationSchema = z.strictObject({
  min: z.exactOptional(amountSchema),
  max: z.exactOptional(amountSchema),
  regex: z.exactOptional(patternSchema),
  options: z.exactOptional(
    z
      .array(lineSchema(LONGEST_OPTION))
      .min(FEWEST_OPTIONS, `a choice has at least ${FEWEST_OPTIONS} options`)
      .max(MOST_OPTIONS, `a choice has at most ${MOST_OPTIONS} options`)
      .refine((options) => new Set(options).size === options.length, 'the same option is there twice'),
  ),
});

type Validation = z.infer<typeof validationSchema>;

export const weightSchema = decimalSchema({ places: WEIGHT_PLACES, whole: 4, min: '0', max: HEAVIEST_WEIGHT });

const terms = {
  key: fieldKeySchema,
  label: lineSchema(LONGEST_LABEL).meta({ description: 'What is asked', examples: ['Volume above average'] }),
  help: proseSchema(LONGEST_HELP).nullable(),
  type: fieldTypeSchema,
  required: z.boolean().describe('Must be answered before the response is submitted; a boolean by yes or no'),
  weight: weightSchema.describe('Its part in the score; 0 for none'),
  allow_comment: z.boolean(),
};

/** One line of a playbook, and what counts as an answer to it. */
export const fieldSchema = z.strictObject({ ...terms, validation: validationSchema }).superRefine(judge);

export type Field = z.infer<typeof fieldSchema>;

export const fieldKeys: readonly string[] = [...Object.keys(terms), 'validation'];
export const validationKeys: readonly string[] = Object.keys(validationSchema.shape);

export const fieldInputSchema = z
  .strictObject({
    ...terms,
    help: terms.help.default(null),
    required: terms.required.default(false),
    weight: terms.weight.default('1'),
    allow_comment: terms.allow_comment.default(true),
    validation: validationSchema.default({}),
  })
  .transform((field): Field => {
    const { validation } = field;
    return field.type === 'rating' ? { ...field, validation: { ...USUAL_RATING, ...validation } } : field;
  })
  .superRefine(judge);

/** What a field of each type can ask of its answer. */
const rulesOf: { readonly [Type in FieldType]: readonly (keyof Validation)[] } = {
  boolean: [],
  select: ['options'],
  number: ['min', 'max'],
  text: ['regex'],
  rating: ['min', 'max'],
  rich_text: [],
};

function judge({ type, validation }: Field, context: z.RefinementCtx): void {
  const problem = senseProblem(type, validation) ?? rangeProblem(type, validation);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem, path: ['validation'] });
}

function senseProblem(type: FieldType, validation: Validation): string | undefined {
  const rules = rulesOf[type];
  const senseless = (Object.keys(validation) as (keyof Validation)[]).find((rule) => !rules.includes(rule));
  const name = type.replace('_', ' ');
  if (senseless !== undefined) return `${senseless} means nothing for a ${name} field; leave it out`;
  return type === 'select' && validation.options === undefined ? 'a select field needs its options' : undefined;
}

const isWhole = (text: string): boolean => !text.includes('.');

function rangeProblem(type: FieldType, { min, max }: Validation): string | undefined {
  if (type === 'rating') {
    if (min === undefined || max === undefined) return 'a rating field needs its lowest and its highest rating';
    if (!isWhole(min) || !isWhole(max)) return `ratings are whole numbers; these run from ${min} to ${max}`;
    if (compare(decimal(min), decimal('0')) < 0) return `ratings begin at 0 or above; these at ${min}`;
    if (compare(decimal(max), decimal(String(HIGHEST_RATING))) > 0) return `ratings end at ${HIGHEST_RATING} at most; these at ${max}`;
  }
  if (min === undefined || max === undefined || compare(decimal(min), decimal(max)) <= 0) return undefined;
  return `the least, ${min}, is more than the most, ${max}`;
}
