import { z } from 'zod';
import {
  type Decimal,
  type Id,
  add,
  decimal,
  idSchema,
  instantSchema,
  isZero,
  moneySchema,
  priceSchema,
  quantitySchema,
  ZERO,
} from '../kernel/index.ts';

const fillKindSchema = z.enum(['trade', 'expiry', 'settlement', 'assignment', 'exercise', 'delivery', 'transfer_in', 'transfer_out']);

/** A quantity that changed hands at a price. What it said before a correction stays in the facts. */
export const fillSchema = z.strictObject({
  id: idSchema,
  leg_id: idSchema,
  /** Null only for a transfer whose cost nobody knows. */
  price: priceSchema.nullable(),
  quantity: quantitySchema,
  fees: moneySchema,
  kind: fillKindSchema,
  occurred_at: instantSchema,
  recorded_at: instantSchema,
  voided: z.boolean(),
  revisions: z.int().min(0),
});

export type Fill = z.infer<typeof fillSchema>;

export function liveFills(fills: readonly Fill[]): readonly Fill[] {
  return fills.filter((fill) => !fill.voided);
}

/** In market order; fills of the same moment in the order they were recorded. The sort is stable, so the list breaks the last ties. */
export function inMarketOrder(fills: readonly Fill[]): readonly Fill[] {
  return fills.toSorted((a, b) => compareText(a.occurred_at, b.occurred_at) || compareText(a.recorded_at, b.recorded_at));
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function heldByLeg(fills: readonly Fill[]): ReadonlyMap<Id, Decimal> {
  const held = new Map<Id, Decimal>();
  for (const { leg_id, quantity } of liveFills(fills)) held.set(leg_id, add(held.get(leg_id) ?? ZERO, decimal(quantity)));
  return held;
}

export function heldOf(fills: readonly Fill[], legId: Id): Decimal {
  return heldByLeg(fills).get(legId) ?? ZERO;
}

/** Something was traded and nothing of it is left. */
export function isFlat(fills: readonly Fill[]): boolean {
  const held = [...heldByLeg(fills).values()];
  return held.length > 0 && held.every(isZero);
}
