/** What a payload may hold: plain JSON, so that it can be hashed, stored and sent without a second thought. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The same values under the same keys, in whatever order they were written down. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => Object.hasOwn(right, key) && sameJson(left[key], right[key]));
}
