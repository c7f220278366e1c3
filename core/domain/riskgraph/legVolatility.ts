import { type DecimalText, type Instant, type Refusal, decimal, decimalText } from '../kernel/index.ts';
import { driftOf, marketOf, skewOf, yearsUntil } from './market.ts';
import type { MarketView } from './marketView.ts';
import { type NoInformation, impliedVolatility, impliedVolatilityAmerican, volatilityAt } from './mathematics/index.ts';
import { refusals } from './refusals.ts';
import type { StrategyLeg } from './strategyLeg.ts';

export interface LegVolatility {
  readonly volatility: number;
  /** Who says so: the leg itself, the skew of the market, or the market for all strikes alike. */
  readonly from: 'leg' | 'skew' | 'market';
}

type Contract = Pick<StrategyLeg, 'strike' | 'right' | 'expiry' | 'exercise' | 'volatility'>;

/** What a leg is priced with. A skew is that of the strike as things stand: it does not move along while a price is tried out. */
export function volatilityOf({ strike, expiry, volatility }: Contract, view: MarketView, now: Instant): LegVolatility {
  if (volatility !== undefined) return { volatility: Number(volatility), from: 'leg' };
  const market = Number(view.volatility);
  const skew = skewOf(view);
  if (skew === undefined || strike === null || expiry === null) return { volatility: market, from: 'market' };
  const outlook = { spot: Number(view.spot), drift: driftOf(view), volatility: market, years: yearsUntil(expiry, now) };
  const bent = volatilityAt(Number(strike), outlook, skew);
  return bent === undefined ? { volatility: market, from: 'market' } : { volatility: bent, from: 'skew' };
}

/** The volatility that makes an option worth what it trades at, or why there is none. */
export function volatilityFromPrice(leg: Contract, price: DecimalText, view: MarketView, now: Instant): DecimalText | Refusal {
  const { strike, right, expiry, exercise } = leg;
  const noInformation = (why: NoInformation) => refusals.price_without_volatility({ why, price, strike: strike ?? '', spot: view.spot });
  if (strike === null || right === null || expiry === null) return noInformation('without_price');
  const contract = { kind: right, strike: Number(strike), years: yearsUntil(expiry, now) };
  const solve = exercise === 'american' ? impliedVolatilityAmerican : impliedVolatility;
  const found = solve(Number(price), Number(view.spot), contract, marketOf(view));
  if ('noInformation' in found) return noInformation(found.noInformation);
  return found.volatility > MOST ? noInformation('above_limit') : decimalText(decimal(found.volatility.toFixed(PLACES)));
}

/** What a leg may say of itself. */
const MOST = 10;
const PLACES = 6;
