import { type Id, type Refusal, isRefusal } from '../kernel/index.ts';
import { type Leg, type LegInput, legFrom } from './leg.ts';
import { MOST_LEGS } from './limits.ts';
import { refusals } from './refusals.ts';

export const mostLegsSentence = `a position has at most ${MOST_LEGS} legs`;

/** The legs a command brings, checked against those that are there already. */
export function newLegs(inputs: readonly LegInput[], symbol: string, existing: readonly Leg[] = []): readonly Leg[] | Refusal {
  const legs: Leg[] = [];
  for (const input of inputs) {
    const leg = legFrom(input, symbol);
    if (isRefusal(leg)) return leg;
    legs.push(leg);
  }
  return legsProblem([...existing, ...legs]) ?? legs;
}

/** Why these cannot be the legs of one position, if so. */
export function legsProblem(legs: readonly Leg[]): Refusal | undefined {
  if (legs.length > MOST_LEGS) return refusals.too_many_legs({ legs: legs.length });
  const seen = new Set<Id>();
  for (const { id } of legs) {
    if (seen.has(id)) return refusals.id_used_twice({ noun: 'leg', id });
    seen.add(id);
  }
  return undefined;
}
