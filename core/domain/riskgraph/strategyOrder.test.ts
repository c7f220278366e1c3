import { describe, expect, it } from 'vitest';
import { inOrder, strategyOrderId } from './index.ts';
import { graph } from './testing/graph.ts';

const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}`;
const strategies = [3, 1, 2].map((n) => ({ id: id(n), added_at: `2026-03-1${n}T10:00:00.000Z` }));

describe('the order of strategies', () => {
  it('is that of their coming, until somebody says another; what comes later comes last', () => {
    expect(inOrder(strategies, undefined).map((each) => each.id)).toEqual([id(1), id(2), id(3)]);
    expect(inOrder(strategies, { strategy_ids: [id(3), id(9)] }).map((each) => each.id)).toEqual([id(3), id(1), id(2)]);
  });

  it('is recorded once, however often it is said', () => {
    const book = graph();
    expect(book.ask('ReorderStrategies', strategyOrderId, { strategy_ids: [id(2), id(1)] })).toEqual(['StrategiesReordered']);
    expect(book.ask('ReorderStrategies', strategyOrderId, { strategy_ids: [id(2), id(1)] })).toEqual([]);
    expect(book.ask('ReorderStrategies', strategyOrderId, { strategy_ids: [id(2), id(2)] })).toBe('strategy_twice');
    expect(book.ask('ReorderStrategies', id(1), { strategy_ids: [] })).toBe('id_of_another');
  });
});
