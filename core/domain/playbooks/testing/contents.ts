import fc from 'fast-check';
import { type Content, type ContentInput, contentInputSchema } from '../content.ts';
import type { FieldType } from '../field.ts';

const PLACES = 4;

/** Decimal text between two whole numbers. */
const between = (min: number, max: number) =>
  fc.integer({ min: min * 10 ** PLACES, max: max * 10 ** PLACES }).map((n) => (n / 10 ** PLACES).toFixed(PLACES));

const words = fc.array(fc.constantFrom('Wait', 'for', 'volume', 'é', '看', '1')).map((list) => `x ${list.join(' ')}`.trim());

const validationOf: { readonly [Type in FieldType]: fc.Arbitrary<object> } = {
  boolean: fc.constant({}),
  select: fc.uniqueArray(words, { minLength: 2, maxLength: 5 }).map((options) => ({ options })),
  number: fc.record({ min: between(-10, 0), max: between(0, 10) }, { requiredKeys: [] }),
  text: fc.record({ regex: fc.constantFrom('^[a-z]+$', 'x', '\\d{2}') }, { requiredKeys: [] }),
  rating: fc.record({ min: fc.integer({ min: 0, max: 3 }), max: fc.integer({ min: 3, max: 10 }) }, { requiredKeys: [] }),
  rich_text: fc.constant({}),
};

const field = fc.constantFrom(...(Object.keys(validationOf) as FieldType[])).chain((type) =>
  fc.record(
    {
      key: fc.nat({ max: 30 }).map((n) => `k_${n}`),
      label: words,
      help: fc.option(words),
      type: fc.constant(type),
      required: fc.boolean(),
      weight: fc.oneof(fc.constantFrom('0', '1', '1000'), between(0, 1_000)),
      allow_comment: fc.boolean(),
      validation: validationOf[type],
    },
    { requiredKeys: ['key', 'label', 'type', 'validation'] },
  ),
);

const falling = fc
  .tuple(between(0, 1), between(0, 1), between(0, 1))
  .map((three) => three.toSorted((a, b) => Number(b) - Number(a)))
  .map(([A, B, C]) => ({ A, B, C }) as { A: string; B: string; C: string });

const schedule = fc
  .record({ A: between(0, 100), B: between(0, 100), C: between(0, 100), D: between(0, 100) }, { requiredKeys: [] })
  .filter((given) => Object.keys(given).length > 0);

/** A playbook as somebody may write it by hand. */
export const contentInput: fc.Arbitrary<ContentInput> = fc.record(
  {
    name: words,
    purpose: fc.constantFrom('pre', 'in', 'post', 'generic'),
    strategy_bindings: fc.uniqueArray(fc.constantFrom('stock', 'vertical', 'breakout', 'gap')),
    fields: fc.uniqueArray(field, { selector: ({ key }) => key, minLength: 1, maxLength: 8 }),
    grade_thresholds: falling,
    risk_schedule: schedule,
    template_max_risk_pct: fc.option(between(0, 100)),
  },
  { requiredKeys: ['name', 'purpose', 'fields'] },
);

/** The same as it is kept. */
export const content: fc.Arbitrary<Content> = contentInput.map((input) => contentInputSchema.parse(input));

/** Anything at all for some of the fields, right and wrong, and for some that there are not. */
export const valuesFor = ({ fields }: Content): fc.Arbitrary<{ readonly [key: string]: unknown }> =>
  fc
    .tuple(...fields.map(({ validation }) => fc.option(anAnswer(validation.options))), anAnswer())
    .map((answers) => Object.fromEntries([...fields.map(({ key }, place) => [key, answers[place]]), ['zz_unknown', answers.at(-1)]]));

const anAnswer = (options: readonly string[] = []): fc.Arbitrary<unknown> =>
  fc.oneof(fc.boolean(), fc.constantFrom(...options, ''), words, between(-12, 12), fc.integer({ min: -2, max: 12 }), fc.jsonValue());
