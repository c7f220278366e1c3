import { z } from 'zod';
import { idSchema, lineSchema, proseSchema } from '../kernel/index.ts';
import { evidenceSchema } from './evidence.ts';
import { LONGEST_OPERATOR, LONGEST_OVERRIDE_REASON } from './limits.ts';
import { isOneStep, phaseSchema } from './phase.ts';

export const operatorSchema = lineSchema(LONGEST_OPERATOR).nullable().describe('Who asked; null where nobody did');
export const overrideReasonSchema = proseSchema(LONGEST_OVERRIDE_REASON);

const attempt = z.strictObject({
  from_phase: phaseSchema,
  to_phase: phaseSchema,
  metrics_snapshot: evidenceSchema,
  failure_reasons: z.array(z.string()).min(1).nullable(),
  operator_id: operatorSchema,
});

/** A phase left for a neighbouring one, and all that it rested on. */
export const transitionSchema = attempt
  .extend({
    transition_id: idSchema,
    trigger: z.enum(['auto', 'manual']),
    validation_passed: z.boolean().describe('Whether the evidence alone would have taken this step'),
    override_password_used: z.boolean(),
    override_reason: overrideReasonSchema.nullable(),
  })
  .refine(({ from_phase, to_phase }) => isOneStep(from_phase, to_phase), {
    path: ['to_phase'],
    error: 'phases change one step at a time',
  })
  .refine(({ trigger, validation_passed }) => trigger === 'manual' || validation_passed, {
    path: ['validation_passed'],
    error: 'nothing changes by itself without evidence',
  })
  .refine(({ validation_passed, failure_reasons }) => validation_passed || failure_reasons !== null, {
    path: ['failure_reasons'],
    error: 'must say what failed',
  })
  .refine(({ validation_passed, override_password_used }) => validation_passed || override_password_used, {
    path: ['override_password_used'],
    error: 'without evidence it takes an override',
  });

export type Transition = z.infer<typeof transitionSchema>;

/** Asked for, and not granted. */
export const blockedAttemptSchema = attempt.extend({
  action: z.enum(['attempted_advance', 'manual_advance', 'manual_rollback']).describe('Without a password, or with one that was wrong'),
  failure_reasons: attempt.shape.failure_reasons.unwrap(),
});

export type BlockedAttempt = z.infer<typeof blockedAttemptSchema>;
