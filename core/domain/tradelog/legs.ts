import { type Refusal, isRefusal } from '../kernel/index.ts';
import { type Leg, type LegInput, legFrom } from './leg.ts';
import { MOST_LEGS } from './limits.ts';
import { refusals } from './refusals.ts';

export const mostLegsSentence = `a position has at most ${MOST_LEGS} legs`;

/** The legs a command brings, checked against those that are there already. */
export function newLegs(inputs: readonly LegInput[], symbol: string, existing: readonly Leg[] = []): readonly Leg[] | Refusal {
  if (existing.length + inputs.length > MOST_LEGS) return refusals.too_many_legs({ legs: existing.length + inputs.length });
  const ids = new Set(existing.map((leg) => leg.id));
  const legs: Leg[] = [];
  for (const input of inputs) {
    if (ids.has(input.id)) return refusals.id_used_twice({ noun: 'leg', id: input.id });
    ids.add(input.id);
    const leg = legFrom(input, symbol);
    if (isRefusal(leg)) return leg;
    legs.push(leg);
  }
  return legs;
}
