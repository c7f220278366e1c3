import { sameJson, type Versioned } from '@taffrail/domain/kernel';

/** States are JSON, and the same facts fold to the same keys in whatever order they were written down. */
export function sameState(a: Versioned | undefined, b: Versioned | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.version === b.version && sameJson(a.state, b.state));
}
