import { idSchema, instantSchema } from '@taffrail/domain/kernel';
import { fillSchema, legSchema, planSchema } from '@taffrail/domain/tradelog';
import { z } from 'zod';

/** What the doors of the trade log answer with. Amounts and quantities are decimal text, amounts in the position's currency. */

const text = z.string();
const figure = text.nullable();

export const planShape = planSchema.extend({ risk: figure.describe('What the plan may lose') });

const legShape = legSchema.extend({
  held_quantity: text.describe('What is open now: bought is positive, sold is negative'),
  average_open_price: figure,
  open_cost: figure,
});

const fillShape = fillSchema.extend({ fees: text.describe('Paid is positive, a rebate is negative') });

export const metadataShape = z.strictObject({
  derived_strategy: z.enum(['single', 'vertical', 'butterfly', 'stock', 'future', 'custom']).describe('Read from the legs, never stored'),
  net_debit: figure.describe('Price of one unit of the structure: paid is positive, received is negative'),
  dte: z.int().nullable().describe('Calendar days to the nearest expiry of what is open'),
  max_profit: figure,
  max_loss: figure,
  realised_pnl: z.strictObject({ gross: figure, fees: text, net: figure }).describe('Of what has been closed, first in first out'),
  r_multiple: figure.describe('Net result in units of the initial risk'),
  opened_day: figure.describe("The account's trading day"),
  closed_day: figure,
  notes: z.record(z.string(), z.string()).describe('Why a figure above is null'),
});

export const positionShape = z.strictObject({
  id: idSchema,
  version: z.int().min(1),
  status: z.enum(['planned', 'open', 'closed']),
  account_id: idSchema,
  symbol: text,
  underlying: text,
  currency: text,
  tags: z.array(text),
  campaign_id: idSchema.nullable(),
  plan: planShape.nullable(),
  legs: z.array(legShape),
  fills: z.array(fillShape).describe('Voided ones stay, marked'),
  metadata: metadataShape,
  initial_risk: z
    .strictObject({ amount: text, basis: z.enum(['stated', 'stop', 'max_loss', 'stated_late']), stop: figure })
    .nullable()
    .describe('Frozen at entry; moving the stop later does not change it'),
  opened_at: instantSchema.nullable(),
  closed_at: instantSchema.nullable(),
  created_at: instantSchema,
  order_id: idSchema.nullable(),
  continues: idSchema.nullable().describe('The closed position in the same instrument that this one follows'),
  continued_in: idSchema.nullable().describe('The position that follows this one'),
  split_from: idSchema.nullable(),
  merged_into: idSchema.nullable(),
  risk_artifact: z.strictObject({ artifact_id: idSchema, computed_at: instantSchema }).nullable(),
});

export const snapshotShape = z.strictObject({
  position_id: idSchema,
  version: z.int().min(1),
  status: z.enum(['planned', 'open', 'closed']),
  symbol: text,
  underlying: text,
  legs: z.array(
    legSchema.pick({ id: true, instrument_type: true, expiry: true, strike: true, right: true, quantity: true, multiplier: true }),
  ),
  fills: z.array(fillSchema.pick({ leg_id: true, price: true, quantity: true, occurred_at: true })),
  metadata: metadataShape.pick({ derived_strategy: true, net_debit: true, dte: true }),
});
