import type { DecimalText } from '../../kernel/index.ts';
import type { Leg } from '../leg.ts';

export interface Contract {
  readonly strike: DecimalText;
  readonly right: NonNullable<Leg['right']>;
}

const CONTRACTS = /^\d+(?:\.\d+)?[CP]?(?:\/\d+(?:\.\d+)?[CP]?)*[CP]$/i;
const ONE = /^(\d+(?:\.\d+)?)([CP])?$/i;

/** `6100C`, `6100/6150C` or `95P/110C`: a strike without a letter has that of the next one with it. */
export function contractsIn(text: string): readonly Contract[] | undefined {
  if (!CONTRACTS.test(text)) return undefined;
  const contracts: Contract[] = [];
  let letter = '';
  for (const part of text.split('/').toReversed()) {
    const [, strike = '', own] = ONE.exec(part) ?? [];
    letter = own?.toUpperCase() ?? letter;
    contracts.unshift({ strike, right: letter === 'C' ? 'call' : 'put' });
  }
  return contracts;
}
