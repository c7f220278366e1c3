import { type Standing, type Evidence, evidenceSchema, phaseSchema } from '@taffrail/domain/phases';
import { type Verdict, reasonSchema, ruleKeys } from '@taffrail/domain/discipline';
import { daySchema, instantSchema } from '@taffrail/domain/kernel';
import { z } from 'zod';

/** What the doors answer with that gather from several contexts. */

const text = z.string();
const figure = text.nullable();
const count = z.int().min(0);

export const verdictShape = z.strictObject({
  may_trade: z.boolean(),
  allowed_risk_pct: figure.describe('In percent of the account; null where nothing limits it'),
  allowed_size: figure.describe('In the currency of the account, of real money; null where nothing limits it'),
  trades_left: count.nullable().describe('On this trading day; null where nothing limits them'),
  reasons: z.array(reasonSchema).describe('What stops comes first'),
});

export const verdictView = (verdict: Verdict): z.infer<typeof verdictShape> => ({ ...verdict, reasons: [...verdict.reasons] });

const criterionShape = z.strictObject({
  key: text,
  figure,
  required: text,
  met: z.boolean(),
  sentence: text.describe('With what is missing'),
});

const triggerShape = z.strictObject({
  key: text,
  figure: figure.describe('Null where nothing is known yet'),
  limit: text,
  fired: z.boolean(),
  near: z.boolean().describe('Not fired, and little is missing'),
  sentence: text,
});

const stepShape = z.strictObject({
  to_phase: phaseSchema,
  validation_passed: z.boolean(),
  failure_reasons: z.array(text).nullable().describe('Forward what is missing, back what fired'),
});

const tradeLimitShape = z.strictObject({
  date: daySchema,
  phase: phaseSchema,
  trades_executed: count,
  limit: count,
  trades_left: count,
  last_trade_time: instantSchema.nullable(),
  next_allowed_trade: instantSchema.nullable().describe('Null while there is one left'),
});

export const standingShape = z.strictObject({
  current_phase: phaseSchema,
  since: instantSchema.nullable().describe('From when on evidence counts; null for everything there is'),
  evidence: evidenceSchema,
  validation: z.strictObject({
    to_phase: phaseSchema.nullable(),
    can_advance: z.boolean(),
    criteria: z.array(criterionShape),
    missing_requirements: z.array(text),
  }),
  triggers: z.array(triggerShape).describe('What leads back, and how far off it is'),
  downgrade_watch: z.boolean(),
  pending_transition: stepShape.nullable().describe('What judging would change now'),
  trade_limit_today: tradeLimitShape,
  position_size: text.describe('The most that one position may come to; 0 on paper'),
  currency: text,
});

/** Lists in answers are the callers' own. */
export function standingView(standing: Standing): z.infer<typeof standingShape> {
  const { validation, triggers, pending_transition, evidence } = standing;
  return {
    ...standing,
    evidence: evidence satisfies Evidence,
    validation: { ...validation, criteria: [...validation.criteria], missing_requirements: [...validation.missing_requirements] },
    triggers: [...triggers],
    pending_transition: pending_transition && {
      ...pending_transition,
      failure_reasons: pending_transition.failure_reasons && [...pending_transition.failure_reasons],
    },
  };
}

const net = z.strictObject({ currency: text, amount: text });
const totals = {
  trades: count.describe('Closed there'),
  opened: count,
  net_pnl: z.array(net).describe('One sum for each currency'),
};

export const calendarShape = z.strictObject({
  days: z.array(
    z.strictObject({
      date: daySchema,
      ...totals,
      breaches: z.array(z.enum(ruleKeys)),
      reasons: z.array(z.strictObject({ rule_key: z.enum(ruleKeys), breach_id: text, sentence: text })),
    }),
  ),
  weeks: z.array(z.strictObject({ week: text, ...totals })),
  months: z.array(z.strictObject({ month: text, ...totals })),
  total: z.strictObject(totals),
  heat: z
    .record(text, z.array(z.strictObject({ date: daySchema, heat: z.int().min(-4).max(4) })))
    .describe('For each currency, how each day went beside the strongest: from -4 to 4'),
});

const came = { trades: count, net_pnl: z.array(net) };
export const cameShape = z.strictObject(came);
export const byRuleShape = z.strictObject({ rule_key: z.enum(ruleKeys), breaches: count, ...came });
