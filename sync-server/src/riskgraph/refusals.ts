import { refusalsFrom } from '@taffrail/domain/kernel';

/** What only the doors can get wrong; the rules never see it. */
export const doorRefusals = refusalsFrom({
  one_structure_needed: () =>
    'Say what the strategy is in one way: either legs, or strategy, side, strike, width and expiration (or dte), and not both.',
  multiplier_needed: (d: { symbol: string }) =>
    `Say in multiplier what one point of a future on ${d.symbol} is worth; it is not one of the common ones.`,
  volatility_or_price: () => 'Say either the volatility of a leg or the price it is solved from, and not both.',
  no_view: (d: { underlying: string }) =>
    `Nobody has said where ${d.underlying} stands, so no volatility can be solved from a price; put its view at /api/risk-graph/views first.`,
  template_from_where: () => 'A template is made either of legs, or of strategy_id and at_the_money, and not of both.',
  nothing_held: (d: { position_id: string }) => `The position ${d.position_id} holds nothing at the moment, so there is nothing to draw.`,
  not_shared: (d: { template_id: string }) => `The template ${d.template_id} is not shared, so there is nothing to take back.`,
});
