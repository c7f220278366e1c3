import { z } from 'zod';
import {
  type Decimal,
  type DecimalText,
  ONE,
  ZERO,
  compare,
  decimal,
  decimalSchema,
  decimalText,
  divide,
  isZero,
  minOf,
  multiply,
  percentSchema,
  subtract,
  sumOf,
} from '../kernel/index.ts';
import { answerTo, valueRuleSchema } from './answer.ts';
import type { Content } from './content.ts';
import { type Field, fieldKeySchema, weightSchema } from './field.ts';
import { type Grade, type GradeThresholds, allowedAt, gradeSchema } from './grade.ts';
import { intendedRisk } from './intendedRisk.ts';
import { SCORE_PLACES } from './limits.ts';

/** What a checklist comes to, filled in so: its score, its grade, and how much may be risked on it. */
export const evaluationSchema = z.strictObject({
  compliance_score: decimalSchema({ places: SCORE_PLACES, whole: 1, min: '0', max: '1' }).describe(
    'The weights of what is satisfied, as a fraction of all weights, rounded down',
  ),
  grade: gradeSchema,
  risk_cap_pct: percentSchema.describe('The least of the caps below'),
  cap_breakdown: z.strictObject({
    template: z.exactOptional(percentSchema),
    grade: percentSchema,
    account: z.exactOptional(percentSchema),
  }),
  risk_cap_exceeded: z.boolean().describe('Whether more is meant to be risked than that'),
  fields: z.array(
    z.strictObject({
      key: fieldKeySchema,
      weight: weightSchema,
      satisfied: z.boolean(),
      answered: z.boolean(),
      problem: z.strictObject({ rule: valueRuleSchema, sentence: z.string() }).nullable(),
    }),
  ),
});

export type Evaluation = z.infer<typeof evaluationSchema>;

/** The part of a playbook that says what its answers are worth. */
export type Checklist = Pick<Content, 'fields' | 'grade_thresholds' | 'risk_schedule' | 'template_max_risk_pct'>;

export interface Risk {
  /** The most the account allows for one trade. */
  readonly account_max_risk_pct?: DecimalText | null;
  /** As it was said beside the answers. */
  readonly intended_risk_pct?: DecimalText | null;
}

/** Judges whatever was answered and refuses nothing; whether a response may be submitted so is for others to say. */
export function evaluate(checklist: Checklist, values: { readonly [key: string]: unknown }, risk: Risk = {}): Evaluation {
  const fields = checklist.fields.map((field) => judged(field, Object.hasOwn(values, field.key) ? values[field.key] : undefined));
  const { satisfied, all } = weightsOf(fields);
  const grade = gradeFor(satisfied, all, checklist.grade_thresholds);
  const cap_breakdown = capsOf(checklist, grade, risk);
  const cap = minOf(Object.values(cap_breakdown).map(decimal));
  const intended = intendedRisk(checklist.fields, values, risk.intended_risk_pct);
  return {
    compliance_score: decimalText(roundedDown(satisfied, all)),
    grade,
    risk_cap_pct: decimalText(cap),
    cap_breakdown,
    risk_cap_exceeded: intended !== null && compare(decimal(intended), cap) > 0,
    fields,
  };
}

type JudgedField = Evaluation['fields'][number];

/** Yes satisfies a question; anything else is satisfied by an answer of the kind that was asked for. */
function judged(field: Field, given: unknown): JudgedField {
  const { answered, value, problem } = answerTo(field, given);
  return { key: field.key, weight: field.weight, satisfied: value !== null && value !== false, answered, problem };
}

/** Where nothing has any weight there is nothing to fall short of, unless an answer is missing or wrong. */
function weightsOf(fields: readonly JudgedField[]): { readonly satisfied: Decimal; readonly all: Decimal } {
  const all = sumOf(fields.map(({ weight }) => decimal(weight)));
  if (isZero(all)) return { satisfied: fields.every(({ problem }) => problem === null) ? ONE : ZERO, all: ONE };
  return { satisfied: sumOf(fields.filter((field) => field.satisfied).map(({ weight }) => decimal(weight))), all };
}

/** Weights are compared with the threshold's share of all weights: nothing is divided, so a score on the threshold is on it. */
function gradeFor(satisfied: Decimal, all: Decimal, thresholds: GradeThresholds): Grade {
  const earned = (['A', 'B', 'C'] as const).find((grade) => compare(satisfied, multiply(decimal(thresholds[grade]), all)) >= 0);
  return earned ?? 'D';
}

function capsOf({ template_max_risk_pct, risk_schedule }: Checklist, grade: Grade, { account_max_risk_pct = null }: Risk) {
  return {
    ...(template_max_risk_pct !== null && { template: template_max_risk_pct }),
    grade: allowedAt(risk_schedule, grade),
    ...(account_max_risk_pct !== null && { account: account_max_risk_pct }),
  };
}

const LAST_PLACE: Decimal = { coefficient: 1n, scale: SCORE_PLACES };

/** Down, so that a score never shows a threshold it has not reached. */
function roundedDown(part: Decimal, whole: Decimal): Decimal {
  const nearest = divide(part, whole, SCORE_PLACES);
  return compare(multiply(nearest, whole), part) > 0 ? subtract(nearest, LAST_PLACE) : nearest;
}
