import type { StrategyLeg } from '../strategyLeg.ts';

const EXPIRY = '2026-04-17';

let made = 0;
const nextId = (): string => `00000000-0000-7000-8000-${String(++made).padStart(12, '0')}`;

export const option = (right: 'call' | 'put', strike: number, quantity: number, expiry = EXPIRY): StrategyLeg => ({
  id: nextId(),
  instrument_type: 'option',
  expiry,
  strike: String(strike),
  right,
  exercise: 'european',
  quantity: String(quantity),
  multiplier: '100',
});

const plain = { strike: null, right: null, exercise: null };

export const stock = (shares: number): StrategyLeg => ({
  id: nextId(),
  instrument_type: 'stock',
  expiry: null,
  ...plain,
  quantity: String(shares),
  multiplier: '1',
});

export const future = (contracts: number): StrategyLeg => ({
  id: nextId(),
  instrument_type: 'future',
  expiry: EXPIRY,
  ...plain,
  quantity: String(contracts),
  multiplier: '50',
});
