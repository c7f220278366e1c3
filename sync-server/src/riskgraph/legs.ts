import { isRefusal, priceSchema, usualMultiplier, type DecimalText, type Id, type Refusal } from '@taffrail/domain/kernel';
import {
  exerciseOf,
  geometrySchema,
  legsFromGeometry,
  marketViewId,
  strategyLegSchema,
  volatilityFromPrice,
  type StrategyLeg,
} from '@taffrail/domain/riskgraph';
import { z } from 'zod';
import type { Workspace } from '../workspace/index.ts';
import { doorRefusals } from './refusals.ts';
import { findView, today } from './states.ts';

const terms = strategyLegSchema.shape;

/** A leg as requests write it down: without what goes without saying. */
export const legBody = z.strictObject({
  ...terms,
  id: terms.id.optional(),
  expiry: terms.expiry.default(null),
  strike: terms.strike.default(null),
  right: terms.right.default(null),
  exercise: terms.exercise.optional().describe('European on cash-settled indexes and American otherwise, when left out'),
  multiplier: terms.multiplier
    .optional()
    .describe('100 for an option, 1 for stock and that of the contract for a common future, when left out'),
  price: priceSchema
    .optional()
    .describe('Of an option, in place of its volatility: that is solved from what it trades at, by the view of its underlying'),
});

export type LegBody = z.infer<typeof legBody>;

/** One of the three structures that can be said in one line, in place of legs. */
export const geometryBody = geometrySchema
  .extend({ dte: z.int().min(0).max(3_660).describe('In place of expiration: so many days from today') })
  .partial();

interface Said extends z.infer<typeof geometryBody> {
  readonly legs?: readonly LegBody[] | undefined;
}

/** What legs are of, and where what they leave out is found. */
export interface Ground {
  readonly symbol: string;
  readonly underlying: string;
  readonly workspace: Workspace;
  readonly nextId: () => Id;
}

export function legsFrom(said: Said, ground: Ground): readonly StrategyLeg[] | Refusal {
  const { legs, dte, ...geometry } = said;
  const isOneLine = Object.values({ dte, ...geometry }).some((value) => value !== undefined);
  if ((legs !== undefined) === isOneLine) return doorRefusals.one_structure_needed();
  if (legs !== undefined) return namedLegs(legs, ground);
  const expiration = geometry.expiration ?? (dte === undefined ? undefined : dayIn(dte, ground));
  const parsed = geometrySchema.safeParse({ width: null, ...geometry, expiration });
  return parsed.success ? legsFromGeometry(parsed.data, ground.symbol, ground.nextId) : doorRefusals.one_structure_needed();
}

export function namedLegs(legs: readonly LegBody[], ground: Ground): readonly StrategyLeg[] | Refusal {
  const named: StrategyLeg[] = [];
  for (const { price, ...said } of legs) {
    const multiplier = said.multiplier ?? usualMultiplier(said.instrument_type, ground.symbol);
    if (multiplier === undefined) return doorRefusals.multiplier_needed({ symbol: ground.symbol });
    const leg = {
      ...said,
      id: said.id ?? ground.nextId(),
      exercise: said.exercise ?? (said.instrument_type === 'option' ? exerciseOf(ground.symbol) : null),
      multiplier,
    };
    const volatility = price === undefined ? said.volatility : solved(leg, price, ground);
    if (isRefusal(volatility)) return volatility;
    named.push(volatility === undefined ? leg : { ...leg, volatility });
  }
  return named;
}

function solved(leg: StrategyLeg, price: DecimalText, { underlying, workspace }: Ground): DecimalText | Refusal {
  if (leg.volatility !== undefined) return doorRefusals.volatility_or_price();
  const view = findView(workspace, marketViewId(underlying))?.state;
  return view === undefined ? doorRefusals.no_view({ underlying }) : volatilityFromPrice(leg, price, view, workspace.now());
}

const dayIn = (days: number, { workspace }: Ground): string => Temporal.PlainDate.from(today(workspace.now())).add({ days }).toString();
