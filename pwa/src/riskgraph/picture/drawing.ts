import type { Instant } from '@taffrail/domain/kernel';
import {
  CONFIDENCE,
  breakevensOf,
  combinationOf,
  driftOf,
  expectedResult,
  extremesOf,
  greeksOf,
  lognormal,
  marketOf,
  p50,
  probabilityOfProfit,
  profileOf,
  skewed,
  tailLoss,
  together,
  touchProbability,
  yearsUntil,
  type Combination,
  type Extremes,
  type MarketView,
  type Strategy,
} from '@taffrail/domain/riskgraph';

/** What is looked at: at which price, how many days from now, how far volatility has moved by then. */
export interface Sight {
  readonly spot: number;
  readonly days: number;
  readonly volatilityShift: number;
}

/** A day has as many years as the mathematics say. */
const DAYS_A_YEAR = 365;
const PLACES = 240;
/** Deviations to either side, and where strikes lie close together, as many times as far as they lie apart. */
const WIDTHS = 2.2;
const SPANS = 1.25;
export interface Range {
  readonly low: number;
  readonly high: number;
  /** Until the last leg expires. */
  readonly days: number;
}

/** How far the picture goes: to every strike, and as far as chance carries the price. It stays while one drags. */
export function rangeOf(strategies: readonly Strategy[], view: MarketView, now: Instant): Range {
  const spot = Number(view.spot);
  const legs = strategies.flatMap((strategy) => strategy.legs);
  const strikes = legs.flatMap(({ strike }) => (strike === null ? [] : Number(strike)));
  const years = legs.flatMap(({ expiry }) => (expiry === null ? [] : Math.max(yearsUntil(expiry, now), 0)));
  const last = Math.max(0, ...years);
  const chance = Number(view.volatility) * Math.sqrt(Math.max(last, 5 / DAYS_A_YEAR)) * Math.abs(spot);
  const span = strikes.length < 2 ? Infinity : Math.max(...strikes) - Math.min(...strikes);
  const reach = Math.max(Math.min(WIDTHS * chance, Math.max(SPANS * span, chance)), 0.01 * Math.abs(spot), Number.MIN_VALUE);
  const [low, high] = [Math.min(spot - reach, ...strikes), Math.max(spot + reach, ...strikes)];
  const margin = (high - low) * 0.04;
  return { low: view.follows === 'spot' ? Math.max(low - margin, 0) : low - margin, high: high + margin, days: last * DAYS_A_YEAR };
}

export interface Line {
  readonly id: string;
  readonly results: Float64Array;
}

export interface Drawing {
  readonly spots: Float64Array;
  readonly onDay: Float64Array;
  readonly atExpiry: Float64Array;
  /** Of each strategy by itself, at expiry. */
  readonly lines: readonly Line[];
  readonly here: number;
  readonly breakevens: readonly number[];
  readonly extremes: Extremes;
  /** The first expiry, in days from now. */
  readonly expiryDays: number;
}

/** Both curves and what follows from them, for what is shown. */
export function draw(strategies: readonly Strategy[], view: MarketView, now: Instant, sight: Sight, range: Range): Drawing {
  const combinations = strategies.map((strategy) => combinationOf(strategy, view, now));
  const all = together(combinations);
  const market = marketOf(view);
  const scenario = { yearsAhead: sight.days / DAYS_A_YEAR, volatilityShift: sight.volatilityShift };
  const expiry = { yearsAhead: firstExpiry(all), volatilityShift: sight.volatilityShift };
  const spots = placesOf(all, range);
  const resultsOf = ({ legs, cost }: Combination, at: typeof scenario): Float64Array =>
    greeksOf(legs, market, at, spots).value.map((worth) => worth - cost);
  const profile = profileOf(all, market, expiry);
  const here = greeksOf(all.legs, market, scenario, Float64Array.of(sight.spot)).value[0] ?? 0;
  return {
    spots,
    onDay: resultsOf(all, scenario),
    atExpiry: resultsOf(all, expiry),
    lines:
      combinations.length < 2
        ? []
        : combinations.map((one, place) => ({ id: strategies[place]?.id ?? '', results: resultsOf(one, expiry) })),
    here: here - all.cost,
    breakevens: breakevensOf(profile),
    extremes: extremesOf(profile),
    expiryDays: expiry.yearsAhead * DAYS_A_YEAR,
  };
}

/** Every strike is a place, so that corners are where they are. */
function placesOf({ legs }: Combination, { low, high }: Range): Float64Array {
  const even = Array.from({ length: PLACES + 1 }, (_, i) => low + ((high - low) * i) / PLACES);
  const strikes = legs.flatMap((leg) => (leg.kind === 'underlying' ? [] : leg.strike)).filter((strike) => strike > low && strike < high);
  return Float64Array.from(new Set([...even, ...strikes])).toSorted();
}

function firstExpiry({ legs }: Combination): number {
  const years = legs.flatMap((leg) => (leg.kind === 'underlying' ? [] : Math.max(leg.years, 0)));
  return years.length === 0 ? 0 : Math.min(...years);
}

export interface Chances {
  readonly profit: number;
  /** Of half of the most that can be made, at some moment before; null where there is no most. */
  readonly half: number | null;
  readonly expected: number;
  readonly valueAtRisk: number;
  readonly tail: number;
  readonly touches: readonly { readonly price: number; readonly chance: number }[];
  /** The skew was no distribution, so one volatility stands for it. */
  readonly isFlat: boolean;
}

/** What may come of it by the first expiry, from the price, the day and the volatility looked at. */
export function chancesOf(strategies: readonly Strategy[], view: MarketView, now: Instant, sight: Sight): Chances {
  const all = together(strategies.map((strategy) => combinationOf(strategy, view, now)));
  const yearsAhead = firstExpiry(all);
  const profile = profileOf(all, marketOf(view), { yearsAhead, volatilityShift: sight.volatilityShift });
  const outlook = {
    spot: Math.max(sight.spot, Number.MIN_VALUE),
    drift: driftOf(view),
    volatility: Math.max(Number(view.volatility) + sight.volatilityShift, 0),
    years: Math.max(yearsAhead - sight.days / DAYS_A_YEAR, 0),
  };
  const skew = view.skew && skewed(outlook, { slope: Number(view.skew.slope), curvature: Number(view.skew.curvature) });
  const distribution = skew ?? lognormal(outlook);
  const { valueAtRisk, conditionalValueAtRisk } = tailLoss(profile, distribution, CONFIDENCE);
  return {
    profit: probabilityOfProfit(profile, distribution),
    half: p50(asOf(all, sight), marketOf(view), outlook),
    expected: expectedResult(profile, distribution),
    valueAtRisk,
    tail: conditionalValueAtRisk,
    touches: breakevensOf(profile).map((price) => ({ price, chance: touchProbability(outlook, price) })),
    isFlat: view.skew !== null && !skew,
  };
}

/** The same legs on the day looked at, at the volatility they have by then. */
function asOf({ legs, cost }: Combination, { days, volatilityShift }: Sight): Combination {
  const by = (leg: Combination['legs'][number]) =>
    leg.kind === 'underlying'
      ? leg
      : { ...leg, years: leg.years - days / DAYS_A_YEAR, volatility: Math.max(leg.volatility + volatilityShift, 0) };
  return { legs: legs.map(by), cost };
}

export interface LegFigures {
  readonly strategyId: string;
  readonly place: number;
  readonly figures: readonly number[];
}

/** Value and Greeks of every leg at what is looked at: theta a day, vega and rho a point. */
export function legFigures(strategies: readonly Strategy[], view: MarketView, now: Instant, sight: Sight): readonly LegFigures[] {
  const scenario = { yearsAhead: sight.days / DAYS_A_YEAR, volatilityShift: sight.volatilityShift };
  const at = Float64Array.of(sight.spot);
  return strategies.flatMap((strategy) =>
    combinationOf(strategy, view, now).legs.map((leg, place) => {
      const { value, delta, gamma, theta, vega, rho } = greeksOf([leg], marketOf(view), scenario, at);
      return {
        strategyId: strategy.id,
        place,
        figures: [only(value), only(delta), only(gamma), only(theta, DAYS_A_YEAR), only(vega, 100), only(rho, 100)],
      };
    }),
  );
}

/** Results of everything shown, a row for each price and a column for each day. */
export function scenariosOf(
  strategies: readonly Strategy[],
  view: MarketView,
  now: Instant,
  prices: readonly number[],
  sights: readonly Pick<Sight, 'days' | 'volatilityShift'>[],
): readonly (readonly number[])[] {
  const all = together(strategies.map((strategy) => combinationOf(strategy, view, now)));
  const columns = sights.map(({ days, volatilityShift }) =>
    greeksOf(all.legs, marketOf(view), { yearsAhead: days / DAYS_A_YEAR, volatilityShift }, Float64Array.from(prices)).value.map(
      (worth) => worth - all.cost,
    ),
  );
  return prices.map((_, row) => columns.map((column) => column[row] ?? 0));
}

const only = (figures: Float64Array, share = 1): number => (figures[0] ?? 0) / share;
