import type { Position } from './position.ts';
import type { PositionFacts } from './positionFacts.ts';

/** What a position that comes out of another starts with: filed under the same headings, without a plan or risk of its own. */
export function sameHeadings(position: Position): PositionFacts['PositionCreated'] {
  const { account_id, symbol, underlying, currency, tags, campaign_id } = position;
  return {
    account_id,
    symbol,
    underlying,
    currency,
    tags: [...tags],
    campaign_id,
    plan: null,
    legs: [],
    continues: null,
    split_from: null,
    order_id: null,
  };
}
