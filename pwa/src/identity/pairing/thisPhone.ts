import { identity } from '../../words/index.ts';

const kinds: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
];

/** A name to begin with, for the list of devices. */
export function thisPhone(): string {
  return kinds.find(([pattern]) => pattern.test(navigator.userAgent))?.[1] ?? identity.kinds.phone;
}
