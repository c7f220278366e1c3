import type { Desk } from './desk.ts';

/** Legs as they go into a command. */
export interface LegWish {
  readonly id: string;
  readonly instrument_type: 'option' | 'stock' | 'future';
  readonly quantity: string;
  readonly symbol?: string;
  readonly expiry?: string;
  readonly strike?: string;
  readonly right?: 'call' | 'put';
  readonly multiplier?: string;
}

export interface Structure {
  readonly symbol: string;
  readonly legs: readonly LegWish[];
}

const STOCKS = ['SPY', 'QQQ', 'IWM', 'GLD'] as const;
/** The last one's multiplier is nobody's to guess, so it is given. */
const FUTURES = [{ symbol: 'ESM6' }, { symbol: '/MNQ' }, { symbol: 'MYMM6' }, { symbol: 'FDAX', multiplier: '25' }] as const;

type Build = (desk: Desk) => Structure;

/** The structures traders put on, some with legs that have expired already and are being written down late. */
const builds: readonly Build[] = [stock, future, single, single, vertical, vertical, butterfly, coveredCall];

export const someStructure = (desk: Desk): Structure => desk.random.pick(builds)(desk);

function stock({ random, newId }: Desk): Structure {
  return {
    symbol: random.pick(STOCKS),
    legs: [{ id: newId(), instrument_type: 'stock', quantity: sized(random.between(1, 5) * 100, random.chance(0.3)) }],
  };
}

function future(desk: Desk): Structure {
  const { random, newId } = desk;
  const { symbol, ...multiplier } = random.pick(FUTURES);
  return {
    symbol,
    legs: [
      {
        id: newId(),
        instrument_type: 'future',
        expiry: desk.day(random.between(-2, 60)),
        quantity: sized(random.between(1, 4), random.chance(0.5)),
        ...multiplier,
      },
    ],
  };
}

function single(desk: Desk): Structure {
  return options(desk, [1]);
}

function vertical(desk: Desk): Structure {
  return options(desk, [1, -1]);
}

function butterfly(desk: Desk): Structure {
  return options(desk, [1, -2, 1]);
}

function coveredCall(desk: Desk): Structure {
  const { symbol, legs } = options(desk, [-1], 'call');
  return {
    symbol,
    legs: [{ id: desk.newId(), instrument_type: 'stock', quantity: '100' }, ...legs.map((leg) => ({ ...leg, quantity: '-1' }))],
  };
}

function options(desk: Desk, ratios: readonly number[], right = desk.random.pick(['call', 'put'] as const)): Structure {
  const { random, newId } = desk;
  const expiry = desk.day(random.chance(0.3) ? -random.between(0, 3) : random.between(1, 45));
  const lowest = random.between(20, 80) * 5;
  const size = random.between(1, 3) * (random.chance(0.4) ? -1 : 1);
  const legs = ratios.map((ratio, n) => {
    const strike = String(lowest + 5 * n);
    return { id: newId(), instrument_type: 'option' as const, expiry, strike, right, quantity: String(ratio * size) };
  });
  return { symbol: random.pick(STOCKS), legs };
}

const sized = (quantity: number, short: boolean): string => String(short ? -quantity : quantity);
