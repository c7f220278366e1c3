import { type CommandRule, sameJson } from '../../kernel/index.ts';
import { type MarketView, marketViewFact, marketViewId, marketViewSchema } from '../marketView.ts';
import { refusals } from '../refusals.ts';

export type SetMarketView = MarketView;

/** Saying the same again changes nothing. */
export const setMarketView: CommandRule<MarketView | undefined, SetMarketView> = {
  type: 'SetMarketView',
  aggregate: 'market_view',
  stance: 'puts',
  payload: marketViewSchema,
  decide({ aggregate_id, state, payload }) {
    const expected_id = marketViewId(payload.underlying);
    if (aggregate_id !== expected_id) return refusals.id_of_another({ id: aggregate_id, expected_id });
    return sameJson(state, payload) ? [] : [marketViewFact(payload)];
  },
};
