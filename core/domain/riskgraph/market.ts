import { type Day, type Instant, msOf } from '../kernel/index.ts';
import type { MarketView } from './marketView.ts';
import { type Distribution, type Market, type Outlook, type Skew, lognormal, skewed } from './mathematics/index.ts';

/** Markets close then, and options with them. */
const CLOSE = '16:00';
const ZONE = 'America/New_York';
const MS_A_YEAR = 365 * 86_400_000;

export function yearsUntil(day: Day, now: Instant): number {
  const close = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE, plainTime: CLOSE });
  return (close.epochMilliseconds - msOf(now)) / MS_A_YEAR;
}

export function marketOf({ rate, dividend_yield, follows }: MarketView): Market {
  return { rate: Number(rate), dividendYield: Number(dividend_yield), follows };
}

/** The drift that markets themselves expect: what holding it costs less what it pays. */
export function driftOf({ rate, dividend_yield, follows }: MarketView): number {
  return follows === 'future' ? 0 : Number(rate) - Number(dividend_yield);
}

export function skewOf({ skew }: MarketView): Skew | undefined {
  return skew === null ? undefined : { slope: Number(skew.slope), curvature: Number(skew.curvature) };
}

export interface Chances {
  readonly distribution: Distribution;
  /** A skew was said and is no distribution, so one volatility stands for it. */
  readonly isFlat: boolean;
}

/** Where the price may be by a day, as far as the view says. */
export function chancesIn(view: MarketView, outlook: Outlook): Chances {
  const skew = skewOf(view);
  const distribution = skew && skewed(outlook, skew);
  return { distribution: distribution ?? lognormal(outlook), isFlat: skew !== undefined && distribution === undefined };
}
