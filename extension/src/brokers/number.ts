import { decimal, decimalText, type DecimalText } from '@taffrail/domain/kernel';

/** The signs a number is written with. */
export interface Signs {
  readonly decimal: string;
  readonly group: string;
}

const MOST_WHOLE = 15;
const MOST_PLACES = 12;
const MONEY = /^\p{Sc}\s?|\s?\p{Sc}$/gu;
const SPACES = /[\u00A0\u2007\u2009\u202F]/g;

/**
 * The number that a text is, exactly, or nothing. It has to be written the way the page writes numbers: 1.234 is a thousand more on a
 * German page than on an English one, and a guess there is an order of another size.
 */
export function numberIn(text: string, signs: Signs): DecimalText | undefined {
  const plain = text.replaceAll(SPACES, ' ').replaceAll(/[’‘]/g, "'").replaceAll('−', '-').trim();
  const [, sign = '', figure = ''] = /^([+-]?)\s?(.*)$/.exec(plain.replaceAll(MONEY, '')) ?? [];
  const parts = signs.decimal === '' ? [figure] : figure.split(signs.decimal);
  const [whole = '', places] = parts;
  const digits = withoutGroups(whole, signs.group);
  if (parts.length > 2 || digits === undefined || (places !== undefined && !/^\d+$/.test(places))) return undefined;
  if (digits.length > MOST_WHOLE || (places?.length ?? 0) > MOST_PLACES) return undefined;
  return decimalText(decimal(`${sign === '-' ? '-' : ''}${digits}${places === undefined ? '' : `.${places}`}`));
}

/** Thousands stand in threes, and in twos before that where people count in lakhs; anything else is another number. */
function withoutGroups(whole: string, group: string): string | undefined {
  if (/^\d+$/.test(whole)) return whole;
  if (group === '') return undefined;
  const groups = whole.split(group);
  const isGrouped = groups.every((part, place) =>
    place === 0 ? /^\d{1,3}$/.test(part) : place === groups.length - 1 ? /^\d{3}$/.test(part) : /^\d{2,3}$/.test(part),
  );
  return isGrouped ? groups.join('') : undefined;
}
