import type { AggregateRef, Fact, Versioned } from '@taffrail/domain/kernel';
import type { Order } from '@taffrail/domain/tradelog';
import type { NoticeDraft } from '@taffrail/sync';

/** What a desk hears of its orders: they are executed and cancelled by scripts, by time, and by others. */
export function tradelogNoticesOf(fact: Fact, stateOf: (ref: AggregateRef) => Versioned | undefined): readonly NoticeDraft[] {
  if (fact.type !== 'OrderFilled' && fact.type !== 'OrderCancelled') return [];
  const { state } = stateOf(fact) as Versioned<Order>;
  const { symbol } = state.position_template;
  if (fact.type === 'OrderFilled') {
    const { position_id } = fact.payload as { position_id: string };
    return [{ kind: 'order_executed', params: { symbol }, subject: { type: 'position', id: position_id } }];
  }
  const reason = state.cancelled_because ?? 'cancelled';
  return [{ kind: 'order_cancelled', params: { symbol, reason }, subject: { type: 'order', id: fact.aggregate_id } }];
}
