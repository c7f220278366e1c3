import type { DecimalText } from './decimalText.ts';

export const OPTION_MULTIPLIER: DecimalText = '100';
export const STOCK_MULTIPLIER: DecimalText = '1';

/** What a point of price is worth where nobody says otherwise; undefined where only the trader can know. */
export function usualMultiplier(instrumentType: 'stock' | 'option' | 'future', symbol: string): DecimalText | undefined {
  if (instrumentType === 'option') return OPTION_MULTIPLIER;
  return instrumentType === 'stock' ? STOCK_MULTIPLIER : futureMultiplier(symbol);
}

/** Money per point of price, from the contract specifications that CME Group publishes for each product (CME, CBOT, NYMEX, COMEX). */
const futureMultipliers: ReadonlyMap<string, DecimalText> = new Map([
  ['ES', '50'],
  ['MES', '5'],
  ['NQ', '20'],
  ['MNQ', '2'],
  ['YM', '5'],
  ['MYM', '0.5'],
  ['RTY', '50'],
  ['M2K', '5'],
  ['CL', '1000'],
  ['MCL', '100'],
  ['NG', '10000'],
  ['GC', '100'],
  ['MGC', '10'],
  ['SI', '5000'],
  ['HG', '25000'],
  ['ZB', '1000'],
  ['ZN', '1000'],
  ['ZF', '1000'],
  ['ZT', '2000'],
  ['6E', '125000'],
  ['6B', '62500'],
  ['6A', '100000'],
  ['6C', '100000'],
]);

const contractMonth = /[FGHJKMNQUVXZ][0-9]{1,2}$/;

/** Undefined where the root is not a common one: guessing would make every figure of the trade wrong. */
export function futureMultiplier(symbol: string): DecimalText | undefined {
  const bare = symbol.replace(/^\//, '');
  return futureMultipliers.get(bare) ?? futureMultipliers.get(bare.replace(contractMonth, ''));
}
