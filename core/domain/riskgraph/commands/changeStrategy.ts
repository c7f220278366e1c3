import type { z } from 'zod';
import { type CommandRule, sameJson } from '../../kernel/index.ts';
import { refusals } from '../refusals.ts';
import { type Strategy, strategyFact, strategyFacts } from '../strategy.ts';
import { termsProblem } from '../strategyLeg.ts';
import { versionsProblem } from './versionsProblem.ts';

export const changeStrategyPayload = strategyFacts.StrategyChanged.extend({
  reason: strategyFacts.StrategyChanged.shape.reason.default(null),
});

export type ChangeStrategy = z.infer<typeof changeStrategyPayload>;

/** Only what is different from before goes into the record. */
export const changeStrategy: CommandRule<Strategy, ChangeStrategy> = {
  type: 'ChangeStrategy',
  aggregate: 'strategy',
  stance: 'edits',
  payload: changeStrategyPayload,
  decide({ aggregate_id, state, payload: { reason, ...said } }) {
    if (state.removed_at !== null) return refusals.strategy_removed({ strategy_id: aggregate_id });
    const changes = Object.entries(said).filter(([term, value]) => !sameJson(value, state[term as keyof typeof said]));
    if (changes.length === 0) return refusals.strategy_unchanged();
    const problem = versionsProblem(state) ?? termsProblem(said.legs ?? []);
    return problem ?? [strategyFact(aggregate_id, 'StrategyChanged', { ...Object.fromEntries(changes), reason })];
  },
};
