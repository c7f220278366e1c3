import type { Refusal } from '../../kernel/index.ts';
import { MOST_STRATEGY_VERSIONS } from '../limits.ts';
import { refusals } from '../refusals.ts';
import type { Strategy } from '../strategy.ts';

/** The trail is kept whole, so it ends somewhere; removing is always possible. */
export function versionsProblem({ versions }: Strategy): Refusal | undefined {
  return versions.length >= MOST_STRATEGY_VERSIONS ? refusals.too_many_strategy_versions() : undefined;
}
