import type { Id } from '@taffrail/domain/kernel';

/** Readable ids for tests: the same number, the same id. */
export function idOf(n: number): Id {
  return `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}
