import { type Leg, type Market, NOW, greeksOf, impliedVolatility, p50 } from '@taffrail/domain/riskgraph';
import type { Figure } from './figure.ts';

const MARKET: Market = { rate: 0.04, dividendYield: 0.01, follows: 'spot' };
const SPOTS = Float64Array.from({ length: 401 }, (_, i) => 80 + i / 10);
const DATES = [0, 0.02, 0.04, 0.06, 0.08];
const CONDOR = legs('european');
const PRICES = CONDOR.length * SPOTS.length * DATES.length;
const ROUNDS = 15;
const PASSES = 10;

/** What a graph costs to draw, against the least any formula could do: one logarithm and one exponential for each price. */
export function optionFigures(): Figure[] {
  const least = msPerCall(leastWork);
  const european = msPerCall(() => picture(CONDOR));
  const american = msPerCall(() => picture(legs('american')));
  const implied = msPerCall(impliedVolatilities);
  const reached = msPerCall(() => p50({ legs: CONDOR, cost: -1.5 }, MARKET, { spot: 100, drift: 0.03, volatility: 0.2 }));
  const reference = `a logarithm and an exponential for each of ${PRICES} prices`;
  const figure = (name: string, ms: number): Figure => ({ name: `options: ${name}`, value: ms, unit: 'ms', reference, ratio: ms / least });
  return [
    { name: 'options: price and five Greeks', value: PRICES / european / 1000, unit: 'million/s', reference, ratio: least / european },
    figure('4 legs × 401 prices × 5 dates', european),
    figure('the same, exercised at any time', american),
    figure('as many implied volatilities', implied),
    figure('P50 of an iron condor', reached),
  ];
}

function legs(exercise: 'european' | 'american'): readonly Leg[] {
  const leg = (quantity: number, kind: 'call' | 'put', strike: number): Leg => ({
    quantity,
    kind,
    strike,
    years: 0.1,
    volatility: 0.2,
    exercise,
  });
  return [leg(1, 'put', 90), leg(-1, 'put', 95), leg(-1, 'call', 105), leg(1, 'call', 110)];
}

function picture(drawn: readonly Leg[]): number {
  return DATES.reduce((sum, yearsAhead) => sum + greeksOf(drawn, MARKET, { ...NOW, yearsAhead }, SPOTS).value[200]!, 0);
}

function impliedVolatilities(): number {
  let sum = 0;
  for (let i = 0; i < PRICES; i++) {
    const contract = { kind: 'call', strike: 90 + (i % 40), years: 0.1 } as const;
    const found = impliedVolatility(11 + (i % 7), 100, contract, MARKET);
    sum += 'volatility' in found ? found.volatility : 0;
  }
  return sum;
}

function leastWork(): number {
  const values = new Float64Array(PRICES);
  for (let i = 0; i < PRICES; i++) values[i] = Math.exp(-Math.log(SPOTS[i % SPOTS.length]! / 100));
  return values[200]!;
}

/** The median of a few rounds, after one that counts for nothing. */
function msPerCall(call: () => number | null): number {
  const rounds = Array.from({ length: ROUNDS + 1 }, () => {
    const startedAt = process.hrtime.bigint();
    let result: number | null = null;
    for (let pass = 0; pass < PASSES; pass++) result = call();
    // Looking at the result keeps the compiler from leaving the work out.
    if (result === null || Number.isNaN(result)) throw new Error('nothing was calculated');
    return Number(process.hrtime.bigint() - startedAt) / 1e6 / PASSES;
  });
  return rounds.slice(1).toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
}
