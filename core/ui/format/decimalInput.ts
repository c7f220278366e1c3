import type { DecimalText } from '@taffrail/domain/kernel';

/**
 * Reads what a trader types as decimal text: the locale's own digits and marks, spaces, a leading or trailing sign. Undefined where it is no
 * number, so that the field can say so and keep what was typed.
 */
export function readDecimal(typed: string, locale: string): DecimalText | undefined {
  const { decimalMark, groupMark, zero } = marksOf(locale);
  const western = typed.trim().replaceAll(/\p{Nd}/gu, (digit) => westernDigit(digit, zero));
  const bare = western.replaceAll(/[\s'’\u061C\u200E\u200F]/g, '').replaceAll('\u2212', '-');
  const plain = pointedText(bare, decimalMark, groupMark);
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(plain)) return undefined;
  return canonical(plain);
}

/**
 * A point typed where the locale writes commas is meant as a decimal point unless it can only be grouping: phones offer one of the two keys,
 * and not always the locale's.
 */
function pointedText(text: string, decimalMark: string, groupMark: string): string {
  if (text.includes(decimalMark)) return text.replaceAll(groupMark, '').replace(decimalMark, '.');
  const groups = text.split(groupMark);
  return areGroups(groups) ? groups.join('') : text.replace(groupMark, '.');
}

/** Thousands everywhere; above them hundreds in India. */
function areGroups([, ...groups]: readonly string[]): boolean {
  return groups.at(-1)?.length === 3 && groups.every(({ length }) => length === 2 || length === 3);
}

function canonical(text: string): DecimalText {
  const sign = text.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = text.replace(/^[+-]/, '').split('.');
  const wholeDigits = whole.replace(/^0+(?=\d)/, '') || '0';
  const fractionDigits = fraction.replace(/0+$/, '');
  const digits = fractionDigits === '' ? wholeDigits : `${wholeDigits}.${fractionDigits}`;
  return digits === '0' ? '0' : sign + digits;
}

function marksOf(locale: string): { readonly decimalMark: string; readonly groupMark: string; readonly zero: number } {
  const parts = new Intl.NumberFormat(locale, { useGrouping: 'always' }).formatToParts(12_345.6);
  const mark = (type: string, otherwise: string) => parts.find((part) => part.type === type)?.value ?? otherwise;
  const decimalMark = mark('decimal', '.');
  const group = mark('group', ',');
  // Where groups are set apart by a space, the other mark is still what a number pad offers.
  const groupMark = group.trim() === '' ? otherMark(decimalMark) : group;
  const zero = new Intl.NumberFormat(locale).format(0).codePointAt(0) ?? 48;
  return { decimalMark, groupMark, zero };
}

const otherMark = (mark: string) => (mark === ',' ? '.' : ',');

function westernDigit(digit: string, zero: number): string {
  const value = (digit.codePointAt(0) ?? 48) - zero;
  return value >= 0 && value <= 9 ? String(value) : digit;
}
