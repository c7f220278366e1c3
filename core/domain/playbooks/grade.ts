import { z } from 'zod';
import { type DecimalText, compare, decimal, decimalSchema, percentSchema } from '../kernel/index.ts';

/** From best to worst. */
export const grades = ['A', 'B', 'C', 'D'] as const;

export const gradeSchema = z.enum(grades);

export type Grade = (typeof grades)[number];

const fractionSchema = decimalSchema({ places: 4, whole: 1, min: '0', max: '1' }).meta({ examples: ['0.75'] });

const thresholds = { A: fractionSchema, B: fractionSchema, C: fractionSchema };

export const thresholdKeys: readonly string[] = Object.keys(thresholds);

const usualThresholds = { A: '0.9', B: '0.75', C: '0.6' } as const;

const falling = ({ A, B, C }: GradeThresholds): boolean => compare(decimal(A), decimal(B)) >= 0 && compare(decimal(B), decimal(C)) >= 0;

const notFalling = {
  error: ({ input }: { input?: unknown }) => {
    const { A, B, C } = input as GradeThresholds;
    return `a better grade needs at least as much as a worse one; these are A ${A}, B ${B}, C ${C}`;
  },
};

export interface GradeThresholds {
  readonly A: DecimalText;
  readonly B: DecimalText;
  readonly C: DecimalText;
}

/** The least score that earns a grade, as a fraction of 1; what earns none of them is a D. */
export const thresholdsSchema = z.strictObject(thresholds).refine(falling, notFalling);

export const thresholdsInputSchema = z
  .strictObject({
    A: thresholds.A.default(usualThresholds.A),
    B: thresholds.B.default(usualThresholds.B),
    C: thresholds.C.default(usualThresholds.C),
  })
  .refine(falling, notFalling)
  .prefault({});

export type RiskSchedule = { readonly [G in Grade]?: DecimalText };

export const usualRiskSchedule: RiskSchedule = { A: '1', B: '0.5', C: '0.25', D: '0' };

/** The most that may be risked at each grade, in percent of the account. */
export const riskScheduleSchema = z
  .strictObject({
    A: z.exactOptional(percentSchema),
    B: z.exactOptional(percentSchema),
    C: z.exactOptional(percentSchema),
    D: z.exactOptional(percentSchema),
  })
  .refine((schedule) => Object.keys(schedule).length > 0, 'a risk schedule names at least one grade; leave it out for the usual one')
  .meta({ examples: [usualRiskSchedule] });

/** A grade that the schedule leaves out may risk what the next worse one may, and nothing where no worse one is named. */
export function allowedAt(schedule: RiskSchedule, grade: Grade): DecimalText {
  const worse = grades.slice(grades.indexOf(grade)).find((each) => schedule[each] !== undefined);
  return (worse && schedule[worse]) ?? '0';
}
