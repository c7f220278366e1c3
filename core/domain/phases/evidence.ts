import { z } from 'zod';
import {
  type Decimal,
  type DecimalText,
  type Instant,
  ZERO,
  absolute,
  add,
  compare,
  decimal,
  decimalFromInteger,
  decimalSchema,
  decimalText,
  divideDown,
  divideUp,
  instantSchema,
  maxOf,
  multiply,
  negate,
  signOf,
  subtract,
  sumOf,
} from '../kernel/index.ts';
import { RATIO_PLACES, ROLLING_TRADES } from './limits.ts';
import { type ClockOf, type DayResult, type Result, type Trade, dayResults, resultsSince } from './trade.ts';

const count = z.int().min(0);
const fraction = decimalSchema({ places: RATIO_PLACES, whole: 3, min: '0', max: '1' });
const ratio = decimalSchema({ places: RATIO_PLACES, whole: 24, min: '0' });

/** What was shown in a phase so far. A figure is null where there is nothing it could rest on. */
export const evidenceSchema = z.strictObject({
  stay: count.describe('How often a phase was begun or changed before: which stay in a phase these figures are of'),
  since: instantSchema.nullable().describe('When it began; null for everything there is'),
  session_count: count.describe('Trading days with a closed trade'),
  profitable_sessions: count,
  trade_count: count.describe('Closed, with a result that is known'),
  wins: count,
  losses: count,
  win_rate: fraction.nullable().describe('Of all of them, breakeven ones too, as a fraction of 1, rounded down'),
  avg_rr: ratio.nullable().describe('Mean R of winners divided by that of losers, rounded down; no loser counts as one R'),
  total_pnl: decimalSchema({ places: 12, whole: 24 }),
  consecutive_wins: count,
  consecutive_losses: count,
  rolling_win_rate: fraction.nullable().describe(`Of the latest ${ROLLING_TRADES} trades, once there are so many`),
  max_drawdown_pct: ratio.nullable().describe('Rounded up, as all losses are; null without a capital'),
  worst_day_loss_pct: ratio.nullable(),
  latest_day_loss_pct: ratio.nullable(),
  other_currency_trades: count.describe('Count as trades, wins and losses; their money is not added up'),
});

export type Evidence = z.infer<typeof evidenceSchema>;

/** What results are added up in, and what losses are a percentage of; null where nobody has said how much there is. */
export interface Purse {
  readonly currency: string;
  readonly capital: DecimalText | null;
}

/** A stay in a phase. */
export interface Stay {
  readonly stay: number;
  readonly since: Instant | null;
}

export function evidenceOf(trades: readonly Trade[], { stay, since }: Stay, purse: Purse, clockOf: ClockOf): Evidence {
  const results = resultsSince(trades, since, clockOf);
  const days = dayResults(results, purse.currency);
  const own = results.filter(({ currency }) => currency === purse.currency);
  const capital = purse.capital === null ? null : decimal(purse.capital);
  const losses = capital === null ? [] : days.map(({ net }) => lossPct(net, capital));
  return {
    stay,
    since,
    session_count: days.length,
    profitable_sessions: days.filter(isProfitable).length,
    trade_count: results.length,
    wins: results.filter(isWin).length,
    losses: results.filter(isLoss).length,
    win_rate: winRateOf(results),
    avg_rr: averageRr(results),
    total_pnl: decimalText(sumOf(own.map(({ net }) => net))),
    consecutive_wins: streakOf(results, isWin),
    consecutive_losses: streakOf(results, isLoss),
    rolling_win_rate: results.length < ROLLING_TRADES ? null : winRateOf(results.slice(-ROLLING_TRADES)),
    max_drawdown_pct: capital && decimalText(drawdownPct(own, capital)),
    worst_day_loss_pct: capital && decimalText(maxOf([ZERO, ...losses])),
    latest_day_loss_pct: capital && decimalText(losses.at(-1) ?? ZERO),
    other_currency_trades: results.length - own.length,
  };
}

const isWin = ({ net }: Result): boolean => signOf(net) > 0;
const isLoss = ({ net }: Result): boolean => signOf(net) < 0;
const isProfitable = ({ net }: DayResult): boolean => signOf(net) > 0;

function winRateOf(results: readonly Result[]): string | null {
  if (results.length === 0) return null;
  return decimalText(divideDown(decimalFromInteger(results.filter(isWin).length), decimalFromInteger(results.length), RATIO_PLACES));
}

function averageRr(results: readonly Result[]): string | null {
  const multiples = results.flatMap(({ r }) => r ?? []);
  const won = multiples.filter((r) => signOf(r) > 0);
  const lost = multiples.filter((r) => signOf(r) < 0);
  if (won.length + lost.length === 0) return null;
  if (won.length === 0) return '0';
  if (lost.length === 0) return decimalText(divideDown(sumOf(won), decimalFromInteger(won.length), RATIO_PLACES));
  // Both means are fractions; multiplied out, only one division rounds.
  const reward = multiply(sumOf(won), decimalFromInteger(lost.length));
  return decimalText(divideDown(reward, multiply(absolute(sumOf(lost)), decimalFromInteger(won.length)), RATIO_PLACES));
}

/** How many of the latest in a row; one that broke even ends a streak of either kind. */
function streakOf(results: readonly Result[], belongs: (result: Result) => boolean): number {
  const last = results.findLastIndex((result) => !belongs(result));
  return results.length - 1 - last;
}

const HUNDRED = decimal('100');

function lossPct(net: Decimal, capital: Decimal): Decimal {
  return signOf(net) < 0 ? divideUp(multiply(negate(net), HUNDRED), capital, RATIO_PLACES) : ZERO;
}

/** The deepest fall from a peak of the capital with its results, in percent of that peak. */
function drawdownPct(results: readonly Result[], capital: Decimal): Decimal {
  let [now, peak, deepest] = [capital, capital, ZERO];
  for (const { net } of results) {
    now = add(now, net);
    if (compare(now, peak) > 0) peak = now;
    deepest = maxOf([deepest, divideUp(multiply(subtract(peak, now), HUNDRED), peak, RATIO_PLACES)]);
  }
  return deepest;
}
