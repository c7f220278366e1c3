import { z } from 'zod';
import {
  type Day,
  type Decimal,
  type DecimalText,
  absolute,
  compare,
  currencySchema,
  daySchema,
  decimal,
  decimalFromInteger,
  decimalSchema,
  decimalText,
  divide,
  lineSchema,
  multiply,
  signOf,
  subtract,
  sumOf,
} from '../kernel/index.ts';
import { LONGEST_PHASE, MOST_SIZES_KEPT, RATE_PLACES } from './limits.ts';
import { type Result, isLoss, isWin, netOf, resultsOf, tradedDay } from './results.ts';
import type { DatedTrade } from './trade.ts';

const countSchema = z.int().min(0);
const amountSchema = decimalSchema({ places: 12, whole: 20 });

/** A trading day in figures, of all accounts of one currency, since only their amounts add up. */
export const sessionMetricsSchema = z.strictObject({
  session_date: daySchema,
  currency: currencySchema,
  phase: lineSchema(LONGEST_PHASE)
    .nullable()
    .describe('The phase the trader was in')
    .meta({ examples: ['proof'] }),
  trades_executed: countSchema.describe('Opened on the day'),
  total_wins: countSchema.describe('Closed on the day with a gain'),
  total_losses: countSchema,
  win_rate: decimalSchema({ places: RATE_PLACES, whole: 1, min: '0', max: '1' })
    .nullable()
    .describe('Of the trades closed with a known result, rounded down; null without any'),
  average_rr: decimalSchema({ places: RATE_PLACES, whole: 20, min: '0' })
    .nullable()
    .describe('Mean R of winners divided by that of losers, rounded down; no loser counts as one R'),
  total_pnl: amountSchema,
  position_sizes: z.array(amountSchema).max(MOST_SIZES_KEPT).describe('Of the trades opened on the day, in their order'),
  circuit_breaker_trips: countSchema.describe('Rules of the day that were broken'),
});

export type SessionMetrics = z.infer<typeof sessionMetricsSchema>;

export interface SessionAsked {
  readonly session_date: Day;
  readonly currency: string;
  readonly phase: string | null;
  /** How many breaches of that day stand. */
  readonly breaches: number;
}

export function sessionMetrics(trades: readonly DatedTrade[], { session_date, currency, phase, breaches }: SessionAsked): SessionMetrics {
  const own = trades.filter((trade) => trade.currency === currency);
  const { opened, closed } = tradedDay(session_date, own);
  const results = resultsOf(closed);
  const wins = results.filter(isWin);
  return {
    session_date,
    currency,
    phase,
    trades_executed: opened.length,
    total_wins: wins.length,
    total_losses: results.filter(isLoss).length,
    win_rate: results.length === 0 ? null : rate(decimalFromInteger(wins.length), decimalFromInteger(results.length)),
    average_rr: averageRewardToRisk(results),
    total_pnl: decimalText(netOf(results)),
    position_sizes: opened.flatMap(({ size }) => size ?? []).slice(0, MOST_SIZES_KEPT),
    circuit_breaker_trips: breaches,
  };
}

/** What winners made on average divided by what losers lost, each in units of what was at risk; without a loser, one unit is. */
function averageRewardToRisk(results: readonly Result[]): DecimalText | null {
  const multiples = results.flatMap(({ trade }) => trade.r_multiple ?? []).map(decimal);
  const won = multiples.filter((multiple) => signOf(multiple) > 0);
  const lost = multiples.filter((multiple) => signOf(multiple) < 0);
  if (won.length + lost.length === 0) return null;
  if (lost.length === 0) return rate(sumOf(won), decimalFromInteger(won.length));
  // Both means are fractions; multiplied out, only one division rounds.
  return rate(
    multiply(sumOf(won), decimalFromInteger(lost.length)),
    multiply(absolute(sumOf(lost)), decimalFromInteger(Math.max(1, won.length))),
  );
}

const LAST_PLACE: Decimal = { coefficient: 1n, scale: RATE_PLACES };

/** Down, so that a rate never shows a threshold that it has not reached. */
function rate(part: Decimal, whole: Decimal): DecimalText {
  const nearest = divide(part, whole, RATE_PLACES);
  return decimalText(compare(multiply(nearest, whole), part) > 0 ? subtract(nearest, LAST_PLACE) : nearest);
}
