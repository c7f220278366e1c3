import { z } from 'zod';
import { type Aggregate, type FoldedFact, type Id, type Instant, type NewFact, asJson, derivedId, idSchema } from '../kernel/index.ts';
import { combinationOf, usualView } from './drawn.ts';
import { nextExpiry } from './geometry.ts';
import { chancesIn, driftOf, marketOf, yearsUntil } from './market.ts';
import { type MarketView, marketViewSchema } from './marketView.ts';
import {
  type Combination,
  NOW,
  breakevensOf,
  expectedResult,
  extremesOf,
  greeksOf,
  probabilityOfProfit,
  profileOf,
  tailLoss,
} from './mathematics/index.ts';
import type { StrategyTerms } from './strategy.ts';

/** Of all cases, how many the value at risk is not exceeded in. */
export const CONFIDENCE = 0.95;

const figure = z.number();

/** What follows from a view of the market; without one there is none. */
const outlookSchema = z.strictObject({
  view: marketViewSchema,
  value: figure,
  delta: figure,
  gamma: figure,
  theta: figure.describe('A day'),
  vega: figure.describe('A point of volatility'),
  rho: figure.describe('A point of the rate'),
  probability_of_profit: figure,
  expected_result: figure,
  value_at_risk: figure,
  conditional_value_at_risk: figure,
});

/** The risk of a position, worked out once and kept. Profit and loss at the first expiry; null is without limit. */
export const riskFiguresSchema = z.strictObject({
  breakevens: z.array(figure),
  max_profit: figure.nullable(),
  max_loss: figure.nullable(),
  outlook: outlookSchema.nullable(),
});

export type RiskFigures = z.infer<typeof riskFiguresSchema>;

const artifactSchema = z.strictObject({ position_id: idSchema, position_version: z.int().min(1), figures: riskFiguresSchema });

export type RiskArtifact = z.infer<typeof artifactSchema> & { readonly id: Id; readonly computed_at: Instant };

/** One for each position, computed again as that changes. */
export const riskArtifactId = (positionId: Id): Id => derivedId('risk_artifact', positionId);

export function riskArtifactFact(artifact: z.infer<typeof artifactSchema>): NewFact {
  const { position_id } = artifact;
  return {
    aggregate_type: 'risk_artifact',
    aggregate_id: riskArtifactId(position_id),
    type: 'RiskArtifactComputed',
    payload: asJson(artifact),
  };
}

export const riskArtifactAggregate: Aggregate<RiskArtifact> = {
  type: 'risk_artifact',
  facts: { RiskArtifactComputed: artifactSchema },
  evolve: (artifact, { type, aggregate_id, payload, recorded_at }: FoldedFact) =>
    type === 'RiskArtifactComputed'
      ? { id: aggregate_id, ...(payload as z.infer<typeof artifactSchema>), computed_at: recorded_at }
      : (artifact as RiskArtifact),
};

/** Without a view, prices are taken from the strikes, which is enough for what is exact at expiry. */
export function riskFiguresOf(
  terms: Pick<StrategyTerms, 'legs' | 'debit' | 'underlying'>,
  view: MarketView | undefined,
  now: Instant,
): RiskFigures {
  const seen = view ?? usualView(terms.underlying, terms);
  const combination = combinationOf(terms, seen, now);
  const until = nextExpiry(terms.legs);
  const years = until === null ? 0 : Math.max(yearsUntil(until, now), 0);
  const profile = profileOf(combination, marketOf(seen), { yearsAhead: years, volatilityShift: 0 });
  const { maxProfit, maxLoss } = extremesOf(profile);
  return {
    breakevens: breakevensOf(profile).map(rounded),
    max_profit: limited(maxProfit),
    max_loss: limited(maxLoss),
    outlook: view === undefined ? null : outlookOf(combination, profile, view, years),
  };
}

function outlookOf(
  combination: Combination,
  profile: ReturnType<typeof profileOf>,
  view: MarketView,
  years: number,
): RiskFigures['outlook'] {
  const spot = Number(view.spot);
  const { value, delta, gamma, theta, vega, rho } = greeksOf(combination.legs, marketOf(view), NOW, Float64Array.of(spot));
  const outlook = { spot, drift: driftOf(view), volatility: Number(view.volatility), years };
  const { distribution } = chancesIn(view, outlook);
  const { valueAtRisk, conditionalValueAtRisk } = tailLoss(profile, distribution, CONFIDENCE);
  return {
    view,
    value: rounded(only(value)),
    delta: rounded(only(delta)),
    gamma: rounded(only(gamma)),
    theta: rounded(only(theta) / DAYS_A_YEAR),
    vega: rounded(only(vega) / POINTS),
    rho: rounded(only(rho) / POINTS),
    probability_of_profit: rounded(probabilityOfProfit(profile, distribution)),
    expected_result: rounded(expectedResult(profile, distribution)),
    value_at_risk: rounded(valueAtRisk),
    conditional_value_at_risk: rounded(conditionalValueAtRisk),
  };
}

const only = (figures: Float64Array): number => figures[0] ?? 0;

const limited = (n: number): number | null => (Number.isFinite(n) ? rounded(n) : null);

/** Beyond this, devices may differ, and nobody trades by it. */
const rounded = (n: number): number => Math.round(n * 1e6) / 1e6;

const DAYS_A_YEAR = 365;
const POINTS = 100;
