import type { Instant } from '@taffrail/domain/kernel';
import type { Structure } from '@taffrail/domain/tradelog';
import type { Formats } from '@taffrail/ui';
import { position as words } from '../words/index.ts';

/**
 * What tells one trade in a symbol from another, as a trader says it: `6,100/6,150 call, Dec 18, 2026`. Empty where the symbol says all. Beside
 * the day a trade was made, a year that is the same is left out.
 */
export function structureName(structure: Structure | null, formats: Formats, madeAt?: Instant): string {
  if (structure === null) return '';
  const days = structure.expiries.map((day) => (day.slice(0, 4) === madeAt?.slice(0, 4) ? formats.dayInYear(day) : formats.day(day)));
  return [...strikesOf(structure, formats), days.join(' / ')].join(', ');
}

function strikesOf({ strikes }: Structure, formats: Formats): readonly string[] {
  const byRight = Map.groupBy(strikes, ({ right }) => right);
  return [...byRight].map(([right, struck]) => `${struck.map(({ strike }) => formats.quantity(strike)).join('/')} ${words.rights[right]}`);
}
