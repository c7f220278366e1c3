import { z } from 'zod';
import { lineSchema, percentSchema } from '../kernel/index.ts';
import { type Field, fieldInputSchema, fieldSchema } from './field.ts';
import { folded } from './folded.ts';
import { riskScheduleSchema, thresholdsInputSchema, thresholdsSchema, usualRiskSchedule } from './grade.ts';
import {
  LONGEST_BINDING,
  LONGEST_PLAYBOOK_NAME,
  MOST_BINDINGS,
  MOST_FIELDS,
  MOST_PATTERN_STEPS,
  MOST_PLAYBOOK_CHARACTERS,
} from './limits.ts';
import { isFlawed, patternOf } from './pattern/pattern.ts';

export const purposeSchema = z.enum(['pre', 'in', 'post', 'generic']).describe('Before, during or after the trade, or any time');

export type Purpose = z.infer<typeof purposeSchema>;

const fewest = 'a playbook has at least one field';
const most = `a playbook has at most ${MOST_FIELDS} fields`;

const terms = {
  name: lineSchema(LONGEST_PLAYBOOK_NAME).meta({ examples: ['Breakout'] }),
  purpose: purposeSchema,
  strategy_bindings: z
    .array(lineSchema(LONGEST_BINDING))
    .max(MOST_BINDINGS, `a playbook is bound to at most ${MOST_BINDINGS} strategies`)
    .refine((names) => new Set(names.map(folded)).size === names.length, 'the same strategy is there twice')
    .meta({ description: 'Strategies and tags of the positions it is meant for', examples: [['stock', 'breakout']] }),
  fields: z.array(fieldSchema).min(1, fewest).max(MOST_FIELDS, most).superRefine(uniqueKeys).superRefine(affordablePatterns),
  grade_scale: z.literal('A_B_C_D'),
  grade_thresholds: thresholdsSchema,
  risk_schedule: riskScheduleSchema,
  template_max_risk_pct: percentSchema.nullable().describe('The most any response may allow, in percent of the account'),
};

/** Everything a playbook says, as one version of it has it for ever. */
export const contentSchema = z.strictObject(terms).refine(fits, doesNotFit());

export type Content = z.infer<typeof contentSchema>;

/** The part of it that an evaluation looks at, with what is usual where something is left out. */
export const checklistInputSchema = z.strictObject({
  fields: z.array(fieldInputSchema).min(1, fewest).max(MOST_FIELDS, most).superRefine(uniqueKeys).superRefine(affordablePatterns),
  grade_thresholds: thresholdsInputSchema,
  risk_schedule: terms.risk_schedule.default(usualRiskSchedule),
  template_max_risk_pct: terms.template_max_risk_pct.default(null),
});

/** All of it as it is written by hand. */
export const contentInputSchema = z
  .strictObject({
    ...terms,
    ...checklistInputSchema.shape,
    strategy_bindings: terms.strategy_bindings.default([]),
    grade_scale: terms.grade_scale.default('A_B_C_D'),
  })
  .refine(fits, doesNotFit());

export const contentKeys: readonly string[] = Object.keys(terms);

export type ContentInput = z.input<typeof contentInputSchema>;

function affordablePatterns(fields: readonly Field[], context: z.RefinementCtx): void {
  const patterns = fields.flatMap(({ validation: { regex } }) => (regex === undefined ? [] : [patternOf(regex)]));
  const steps = patterns.reduce((sum, pattern) => (isFlawed(pattern) ? sum : sum + pattern.instructions), 0);
  if (steps <= MOST_PATTERN_STEPS) return;
  context.addIssue(`the patterns of a playbook come to at most ${MOST_PATTERN_STEPS} steps; these come to ${steps}, so simplify them`);
}

function uniqueKeys(fields: readonly { readonly key: string }[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const [place, { key }] of fields.entries()) {
    if (seen.has(key)) context.addIssue({ code: 'custom', path: [place, 'key'], message: `another field is called ${key} already` });
    seen.add(key);
  }
}

function fits(content: object): boolean {
  return JSON.stringify(content).length <= MOST_PLAYBOOK_CHARACTERS;
}

function doesNotFit(): string {
  return `a playbook has at most ${MOST_PLAYBOOK_CHARACTERS} characters altogether; shorten its texts`;
}
