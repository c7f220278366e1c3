import { z } from 'zod';
import {
  type Id,
  type Instant,
  type NewFact,
  asJson,
  idSchema,
  instantSchema,
  lineSchema,
  moneySchema,
  priceSchema,
  quantitySchema,
} from '../kernel/index.ts';
import { fillSchema } from './fill.ts';
import { legSchema, symbolSchema } from './leg.ts';
import { LONGEST_REASON } from './limits.ts';
import { planSchema } from './plan.ts';
import { tagsSchema } from './tags.ts';

export const reasonSchema = lineSchema(LONGEST_REASON).meta({ description: 'Why, for the record', examples: ['Typed the wrong price'] });

/** What the trade could lose when it was entered. It says what it rests on, so that a corrected entry can be worked out again from the same stop. */
export const initialRiskSchema = z.strictObject({
  amount: moneySchema,
  basis: z.enum(['stated', 'stop', 'max_loss', 'stated_late']),
  stop: priceSchema.nullable(),
  rests_on: z.array(z.strictObject({ leg_id: idSchema, quantity: quantitySchema, fill_ids: z.array(idSchema) })),
});

export const riskArtifactSchema = z.strictObject({ artifact_id: idSchema, computed_at: instantSchema });

/** Everything that can happen to a position. The envelope of a fill's fact says when the fill happened. */
export const positionFacts = {
  PositionCreated: z.strictObject({
    account_id: idSchema,
    symbol: symbolSchema,
    underlying: symbolSchema,
    currency: z.string(),
    tags: tagsSchema,
    campaign_id: idSchema.nullable(),
    plan: planSchema.nullable(),
    legs: z.array(legSchema),
    continues: idSchema.nullable(),
    split_from: idSchema.nullable(),
    order_id: idSchema.nullable(),
  }),
  PositionAdjusted: z.strictObject({
    symbol: z.exactOptional(symbolSchema),
    underlying: z.exactOptional(symbolSchema),
    tags: z.exactOptional(tagsSchema),
    campaign_id: z.exactOptional(idSchema.nullable()),
    plan: z.exactOptional(planSchema.nullable()),
    legs_added: z.exactOptional(z.array(legSchema)),
    legs_changed: z.exactOptional(z.array(legSchema)),
    legs_removed: z.exactOptional(z.array(idSchema)),
  }),
  FillRecorded: fillSchema.pick({ leg_id: true, price: true, quantity: true, fees: true, kind: true }).extend({ fill_id: idSchema }),
  FillCorrected: fillSchema
    .pick({ price: true, quantity: true, fees: true, occurred_at: true })
    .extend({ fill_id: idSchema, reason: reasonSchema }),
  FillVoided: z.strictObject({ fill_id: idSchema, reason: reasonSchema }),
  FillDetached: z.strictObject({ fill_id: idSchema, to_position_id: idSchema }),
  FillAttached: z.strictObject({ fill: fillSchema, from_position_id: idSchema }),
  PositionClosed: z.strictObject({ reason: z.enum(['flat', 'abandoned', 'merged']), merged_into: idSchema.nullable() }),
  PositionReopened: z.strictObject({}),
  PositionContinued: z.strictObject({ continued_in: idSchema }),
  InitialRiskFrozen: initialRiskSchema.extend({ because: z.enum(['entered', 'stated_late', 'fill_corrected', 'leg_corrected']) }),
  /** A correction has shown that what was frozen was never entered. */
  InitialRiskReleased: z.strictObject({}),
  RiskArtifactLinked: riskArtifactSchema,
};

export type PositionFacts = { [Type in keyof typeof positionFacts]: z.infer<(typeof positionFacts)[Type]> };

export function positionFact<Type extends keyof PositionFacts>(
  positionId: Id,
  type: Type,
  payload: PositionFacts[Type],
  occurredAt: Instant,
): NewFact {
  return { aggregate_type: 'position', aggregate_id: positionId, type, payload: asJson(payload), occurred_at: occurredAt };
}
