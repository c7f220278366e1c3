import type { Versioned } from '@taffrail/domain/kernel';

/** States are JSON, and the same facts fold to the same keys in whatever order they were written down. */
export function sameState(a: Versioned | undefined, b: Versioned | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.version === b.version && sameJson(a.state, b.state));
}

function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => Object.hasOwn(right, key) && sameJson(left[key], right[key]));
}
