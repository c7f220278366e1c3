import { describe, expect, it } from 'vitest';
import { evolve } from '../kernel/index.ts';
import { type Strategy, riskgraph } from './index.ts';
import { NOW, graph } from './testing/graph.ts';

const ID = '00000000-0000-7000-8000-000000000001';
const legId = (n: number) => `00000000-0000-7000-8000-00000000010${n}`;

const call = (n: number, strike: string, quantity: string) => ({
  id: legId(n),
  instrument_type: 'option',
  expiry: '2026-04-17',
  strike,
  right: 'call',
  exercise: 'european',
  quantity,
  multiplier: '100',
});
const vertical = { symbol: 'SPX', underlying: 'I:SPX', legs: [call(1, '6100', '1'), call(2, '6150', '-1')], debit: '12.5' };

/** One strategy, as far as commands have taken it. */
function oneStrategy() {
  const book = graph();
  const drawn = () => book.state<Strategy>(`strategy/${ID}`);
  return {
    ask: (type: string, payload: object) => book.ask(type, ID, payload),
    drawn,
    trail: () => drawn().versions.map(({ version, change_type, reason }) => [version, change_type, reason]),
  };
}

describe('a strategy', () => {
  it('is drawn as it was added, with what was left unsaid', () => {
    const { ask, drawn } = oneStrategy();
    expect(ask('AddStrategy', vertical)).toEqual(['StrategyAdded']);
    expect(drawn()).toMatchObject({ ...vertical, visible: true, color: null, label: null, position_id: null, removed_at: null });
  });

  it('has every change on its trail, by what changed and why', () => {
    const { ask, drawn, trail } = oneStrategy();
    ask('AddStrategy', vertical);
    ask('ChangeStrategy', { debit: '11', reason: 'mid moved' });
    ask('ChangeStrategy', { visible: false });
    ask('ChangeStrategy', { visible: true, debit: '11', label: 'Fed day' });
    ask('ChangeStrategy', { legs: [call(1, '6100', '2'), call(2, '6150', '-2')] });
    ask('RemoveStrategy', { reason: 'not today' });
    ask('RestoreStrategy', {});
    expect(trail()).toEqual([
      [1, 'created', null],
      [2, 'debit_updated', 'mid moved'],
      [3, 'visibility_toggled', null],
      [4, 'edited', null],
      [5, 'edited', null],
      [6, 'deleted', 'not today'],
      [7, 'restored', null],
    ]);
    expect(drawn()).toMatchObject({ debit: '11', visible: true, label: 'Fed day', removed_at: null });
    expect(drawn().versions[0]).toMatchObject({ debit: '12.5', visible: true, label: null, changed_at: NOW });
  });

  it('is not changed by what it says already, or while it is removed', () => {
    const { ask } = oneStrategy();
    ask('AddStrategy', vertical);
    expect(ask('ChangeStrategy', { debit: '12.50', visible: true })).toBe('strategy_unchanged');
    expect(ask('RestoreStrategy', {})).toBe('strategy_not_removed');
    ask('RemoveStrategy', {});
    expect(ask('ChangeStrategy', { debit: '1' })).toBe('strategy_removed');
    expect(ask('RemoveStrategy', {})).toBe('strategy_removed');
  });

  it.each<[string, string, object]>([
    ['no legs', 'invalid_input', { legs: [] }],
    ['a thousand legs', 'invalid_input', { legs: Array.from({ length: 1000 }, () => call(1, '100', '1')) }],
    ['a quantity of nothing', 'invalid_input', { legs: [call(1, '6100', '0')] }],
    ['an option without terms', 'strategy_terms_missing', { legs: [{ ...call(1, '6100', '1'), right: null }] }],
    ['stock with a strike', 'strategy_terms_unfit', { legs: [{ ...call(1, '6100', '1'), instrument_type: 'stock' }] }],
    ['one id for two legs', 'strategy_leg_twice', { legs: [call(1, '6100', '1'), call(1, '6150', '-1')] }],
    ['a colour of words', 'invalid_input', { color: 'red; background: url(x)' }],
  ])('is refused with %s, added and changed alike', (_, code, wrong) => {
    expect(oneStrategy().ask('AddStrategy', { ...vertical, ...wrong })).toBe(code);
    const { ask } = oneStrategy();
    ask('AddStrategy', vertical);
    expect(ask('ChangeStrategy', wrong)).toBe(code);
  });

  it('takes strikes out of order, a width of nothing and what has expired: they are drawn as they are', () => {
    const odd = [call(1, '6150', '1'), call(2, '6100', '-1'), { ...call(3, '6100', '1'), expiry: '2020-01-17' }, call(4, '-5', '1')];
    expect(oneStrategy().ask('AddStrategy', { ...vertical, legs: odd })).toEqual(['StrategyAdded']);
  });

  it('keeps a fact that it does not know as it is', () => {
    const { ask, drawn } = oneStrategy();
    ask('AddStrategy', vertical);
    const later = {
      type: 'StrategyFramed',
      aggregate_type: 'strategy',
      aggregate_id: ID,
      aggregate_version: 2,
      occurred_at: NOW,
      recorded_at: NOW,
    };
    expect(evolve([riskgraph], { version: 1, state: drawn() }, { ...later, payload: { frame: 'gold' } }).state).toEqual(drawn());
  });
});
