import { refusalsFrom } from '../kernel/index.ts';
import { MOST_STRATEGIES_AT_ONCE, MOST_STRATEGY_VERSIONS } from './limits.ts';
import type { NoInformation } from './mathematics/index.ts';

const whyNoVolatility: { readonly [Why in NoInformation]: string } = {
  expired: 'it has expired',
  without_price: 'an option is priced from a strike and an underlying above zero',
  below_exercise: 'exercising it gives more than that',
  at_exercise: 'that is what exercising it gives, and every small volatility comes to the same',
  above_limit: 'no volatility makes it worth so much',
};

/** Everything the risk graph says no to, in the trader's words. */
export const refusals = refusalsFrom({
  strategy_terms_missing: (d: { leg_id: string; instrument_type: string; missing: readonly string[] }) =>
    `A leg of type ${d.instrument_type} needs ${d.missing.join(', ')}, and leg ${d.leg_id} has none; add it.`,
  strategy_terms_unfit: (d: { leg_id: string; instrument_type: string; unfit: readonly string[] }) =>
    `A leg of type ${d.instrument_type} has no ${d.unfit.join(', ')}; leave it out of leg ${d.leg_id}.`,
  strategy_twice: (d: { strategy_id: string }) => `The strategy ${d.strategy_id} is named twice; name each once.`,
  strategy_leg_twice: (d: { leg_id: string }) => `The leg id ${d.leg_id} is used already; every leg needs its own.`,
  strategy_unchanged: () => 'This says what the strategy says already; change something first.',
  strategy_removed: (d: { strategy_id: string }) => `The strategy ${d.strategy_id} is removed; restore it first.`,
  strategy_not_removed: (d: { strategy_id: string }) => `The strategy ${d.strategy_id} is on the graph already.`,
  template_removed: (d: { name: string }) => `The template ${d.name} is removed; save it anew to use it.`,
  id_of_another: (d: { id: string; expected_id: string }) =>
    `There is one of these, and its id follows from what it is about: ${d.expected_id}, not ${d.id}.`,
  no_such_position: (d: { position_id: string }) =>
    `There is no position ${d.position_id} here, so there is nothing to work risk out from.`,
  no_risk_held: () => 'The position holds nothing at the moment, so it carries no risk; strategies and earlier artifacts stay as they are.',
  price_without_volatility: (d: { why: NoInformation; price: string; strike: string; spot: string }) =>
    `A price of ${d.price} carries no information about the volatility of the strike ${d.strike} with the underlying at ${d.spot}: ` +
    `${whyNoVolatility[d.why]}. Check the price and where the underlying stands, or say the volatility itself.`,
  not_a_strategies_file: () => 'This is no file of strategies; choose one that was exported from a risk graph.',
  strategies_file_too_new: () => 'This file comes from a newer Taffrail; update this one first.',
  too_many_strategies: (d: { count: number }) =>
    `The file has ${d.count} strategies, and at most ${MOST_STRATEGIES_AT_ONCE} come in at once; split it.`,
  strategy_not_understood: (d: { place: number; problem: string }) => `Strategy ${d.place} of the file cannot be read: ${d.problem}.`,
  too_many_strategy_versions: () =>
    `A strategy keeps at most ${MOST_STRATEGY_VERSIONS} versions; add it again as a new one to go on changing it.`,
});
