import { type Decimal, type DecimalText, decimalText, minorDigits, roundTo } from '../kernel/index.ts';

/** Why a figure cannot be given. A figure nobody can know is left out with its reason; it is never made up. */
export type Note =
  | 'unlimited'
  | 'no fills yet'
  | 'not every leg has been filled'
  | 'a leg was traded against its plan'
  | 'a transfer came without its cost'
  | 'legs expire on different days'
  | 'legs follow different prices'
  | 'nothing here expires'
  | 'initial risk is not known';

export type Figure<T = Decimal> = { readonly value: T } | { readonly note: Note };

export function known<T>(value: T): Figure<T> {
  return { value };
}

export function unknown(note: Note): { readonly note: Note } {
  return { note };
}

export function isKnown<T>(figure: Figure<T>): figure is { readonly value: T } {
  return 'value' in figure;
}

/** An amount as the currency can pay it. */
export function amountText(amount: Decimal, currency: string): DecimalText {
  return decimalText(roundTo(amount, minorDigits(currency)));
}
