import { refusalsFrom } from '../kernel/index.ts';
import { MOST_STRATEGY_VERSIONS } from './limits.ts';

/** Everything the risk graph says no to, in the trader's words. */
export const refusals = refusalsFrom({
  strategy_terms_missing: (d: { leg_id: string; instrument_type: string; missing: readonly string[] }) =>
    `A leg of type ${d.instrument_type} needs ${d.missing.join(', ')}, and leg ${d.leg_id} has none; add it.`,
  strategy_terms_unfit: (d: { leg_id: string; instrument_type: string; unfit: readonly string[] }) =>
    `A leg of type ${d.instrument_type} has no ${d.unfit.join(', ')}; leave it out of leg ${d.leg_id}.`,
  strategy_leg_twice: (d: { leg_id: string }) => `The leg id ${d.leg_id} is used already; every leg needs its own.`,
  strategy_unchanged: () => 'This says what the strategy says already; change something first.',
  strategy_removed: (d: { strategy_id: string }) => `The strategy ${d.strategy_id} is removed; restore it first.`,
  strategy_not_removed: (d: { strategy_id: string }) => `The strategy ${d.strategy_id} is on the graph already.`,
  too_many_strategy_versions: () =>
    `A strategy keeps at most ${MOST_STRATEGY_VERSIONS} versions; add it again as a new one to go on changing it.`,
});
