import type { Id, Instant, Refusal } from '@taffrail/domain/kernel';
import { exerciseOf, geometrySchema, legsFromGeometry, strategyLegSchema, type StrategyLeg } from '@taffrail/domain/riskgraph';
import { z } from 'zod';
import { doorRefusals } from './refusals.ts';
import { today } from './states.ts';

const { id, expiry, strike, right, exercise, multiplier, ...terms } = strategyLegSchema.shape;

/** A leg as requests write it down: without what goes without saying. */
export const legBody = z.strictObject({
  ...terms,
  id: id.optional(),
  expiry: expiry.default(null),
  strike: strike.default(null),
  right: right.default(null),
  exercise: exercise.optional().describe('European on cash-settled indexes and American otherwise, when left out'),
  multiplier: multiplier.optional().describe('100 for an option and 1 for stock, when left out'),
});

export type LegBody = z.infer<typeof legBody>;

/** One of the three structures that can be said in one line, in place of legs. */
export const geometryBody = geometrySchema
  .extend({ dte: z.int().min(0).max(3_660).describe('In place of expiration: so many days from today') })
  .partial();

interface Said extends z.infer<typeof geometryBody> {
  readonly legs?: readonly LegBody[] | undefined;
}

export function legsFrom(said: Said, symbol: string, nextId: () => Id, now: Instant): readonly StrategyLeg[] | Refusal {
  const { legs, dte, ...geometry } = said;
  const isOneLine = Object.values({ dte, ...geometry }).some((value) => value !== undefined);
  if ((legs !== undefined) === isOneLine) return doorRefusals.one_structure_needed();
  if (legs !== undefined) return namedLegs(legs, symbol, nextId);
  const expiration = geometry.expiration ?? (dte === undefined ? undefined : dayIn(dte, now));
  const parsed = geometrySchema.safeParse({ width: null, ...geometry, expiration });
  return parsed.success ? legsFromGeometry(parsed.data, symbol, nextId) : doorRefusals.one_structure_needed();
}

export function namedLegs(legs: readonly LegBody[], symbol: string, nextId: () => Id): readonly StrategyLeg[] | Refusal {
  if (legs.some((leg) => leg.instrument_type === 'future' && leg.multiplier === undefined))
    return doorRefusals.multiplier_needed({ symbol });
  return legs.map((leg) => ({
    ...leg,
    id: leg.id ?? nextId(),
    exercise: leg.exercise ?? (leg.instrument_type === 'option' ? exerciseOf(symbol) : null),
    multiplier: leg.multiplier ?? (leg.instrument_type === 'option' ? '100' : '1'),
  }));
}

const dayIn = (days: number, now: Instant): string => Temporal.PlainDate.from(today(now)).add({ days }).toString();
