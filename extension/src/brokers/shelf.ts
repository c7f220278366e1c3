import type { Adapter } from './adapter.ts';
import { isMatched } from './matchPattern.ts';

/** The adapter for a page: what the trader taught or brought stands before what came with the program. */
export function adapterFor(address: string, own: readonly Adapter[], shipped: readonly Adapter[]): Adapter | undefined {
  return [...own, ...shipped].find(({ matches }) => matches.some((pattern) => isMatched(pattern, address)));
}
