import { z } from 'zod';
import { compare, decimal, decimalText, isZero, signOf } from './decimal.ts';

/** A decimal at rest and on the wire, in the one spelling that `decimalText` gives. */
export type DecimalText = string;

export interface DecimalLimits {
  /** Most digits after the point, as written. */
  readonly places: number;
  /** Most digits before the point, as written. */
  readonly whole: number;
  readonly min?: DecimalText;
  readonly max?: DecimalText;
  readonly nonZero?: boolean;
  readonly positive?: boolean;
}

const shape = 'write a plain decimal number such as -1.25';

/** Takes decimal text, or a JSON number that is certain to be what was meant, and gives canonical text. */
export function decimalSchema(limits: DecimalLimits) {
  return z
    .union([z.string(), z.number()], shape)
    .transform((input, context) => {
      const text = typeof input === 'string' ? input : plainTextOf(input);
      const problem = text === undefined ? tooManyDigits : problemWith(text, limits);
      if (text !== undefined && problem === undefined) return decimalText(decimal(text));
      context.addIssue(problem ?? shape);
      return z.NEVER;
    })
    .pipe(z.string());
}

/** A double holds any 15 digits faithfully; with more, what arrived may not be what was sent. */
const CERTAIN_DIGITS = 15;
const tooManyDigits = `a number with more than ${CERTAIN_DIGITS} digits may have lost some on the way; write it as text, in quotes`;

function plainTextOf(n: number): string | undefined {
  if (Object.is(n, -0)) return '-0';
  const [significand = '', exponentText] = n.toExponential().split('e');
  const digits = significand.replaceAll(/[-.]/g, '');
  if (digits.length > CERTAIN_DIGITS) return undefined;
  const coefficient = BigInt(n < 0 ? `-${digits}` : digits);
  const scale = digits.length - 1 - Number(exponentText);
  return scale >= 0 ? decimalText({ coefficient, scale }) : (coefficient * 10n ** BigInt(-scale)).toString();
}

const LONGEST_TEXT = 100;
const pattern = /^-?([0-9]+)(?:\.([0-9]+))?$/;

function problemWith(text: string, { places, whole, min, max, nonZero, positive }: DecimalLimits): string | undefined {
  const match = text.length > LONGEST_TEXT ? null : pattern.exec(text);
  if (match === null) return shape;
  const [, wholeDigits = '', decimals = ''] = match;
  if (decimals.length > places) return `at most ${places} decimals are kept; this has ${decimals.length}`;
  if (wholeDigits.length > whole) return `at most ${whole} digits fit before the point; this has ${wholeDigits.length}`;
  const value = decimal(text);
  // A minus sign somebody meant must not vanish because what it stood before was lost.
  if (isZero(value) && text.startsWith('-')) return 'zero has no sign; write 0 if that is what is meant';
  if (positive && signOf(value) <= 0) return `must be greater than 0; this is ${text}`;
  if (nonZero && isZero(value)) return 'must not be 0';
  if (min !== undefined && compare(value, decimal(min)) < 0) return `must be at least ${min}; this is ${text}`;
  if (max !== undefined && compare(value, decimal(max)) > 0) return `must be at most ${max}; this is ${text}`;
  return undefined;
}

/** May be negative: spreads and futures trade below zero. */
export const priceSchema = decimalSchema({ places: 12, whole: 15 }).meta({ examples: ['12.50'] });

/** Signed: bought is positive, sold is negative. */
export const quantitySchema = decimalSchema({ places: 10, whole: 12, nonZero: true }).meta({ examples: ['1'] });

export const percentSchema = decimalSchema({ places: 4, whole: 3, min: '0', max: '100' }).meta({ examples: ['1.5'] });
