import { describe, expect, it } from 'vitest';
import { type StrategyTemplate, fromTemplate, legsRelativeTo } from './index.ts';
import { graph } from './testing/graph.ts';
import { option, stock } from './testing/legs.ts';

const ID = '00000000-0000-7000-8000-000000000009';
const now = { day: '2026-03-10', at_the_money: '6100' };
const nextId = () => '00000000-0000-7000-8000-000000000001';
const condor = [option('put', 6000, 1), option('put', 6050, -1), option('call', 6150, -1), option('call', 6200, 1)];
const terms = { name: 'Iron condor, five weeks', symbol: 'SPX', underlying: 'I:SPX', legs: legsRelativeTo(condor, now) };

describe('a template', () => {
  it('says how a strategy stands to the money and to the day', () => {
    expect(terms.legs.map(({ strike_offset, dte_target }) => [strike_offset, dte_target])).toEqual([
      ['-100', 38],
      ['-50', 38],
      ['50', 38],
      ['100', 38],
    ]);
    expect(legsRelativeTo([stock(100)], now)).toMatchObject([{ strike_offset: null, dte_target: null }]);
  });

  it('set down somewhere else stands to that as it did', () => {
    const book = graph();
    expect(book.ask('SaveTemplate', ID, terms)).toEqual(['TemplateSaved']);
    const there = fromTemplate(
      book.state<StrategyTemplate>(`strategy_template/${ID}`),
      { day: '2026-06-01', at_the_money: '5900.5' },
      nextId,
    );
    expect(there.legs.map(({ strike, expiry }) => [strike, expiry])).toEqual([
      ['5800.5', '2026-07-09'],
      ['5850.5', '2026-07-09'],
      ['5950.5', '2026-07-09'],
      ['6000.5', '2026-07-09'],
    ]);
    expect(there).toMatchObject({ symbol: 'SPX', label: terms.name, debit: null });
  });

  it.each([
    ['2026-03-10', 4, '2026-03-13'],
    ['2026-03-10', 5, '2026-03-13'],
    ['2026-03-14', 0, '2026-03-16'],
    ['2026-03-15', 0, '2026-03-16'],
    ['2026-03-14', 1, '2026-03-16'],
  ])('made on %s for %d days expires on %s, on no weekend', (day, days, expiry) => {
    const [leg] = terms.legs;
    const made = fromTemplate(
      { ...terms, description: null, debit_estimate: null, legs: [{ ...leg!, dte_target: days }] },
      { day, at_the_money: '1' },
      nextId,
    );
    expect(made.legs[0]!.expiry).toBe(expiry);
  });

  it('is changed and removed, and then neither any more', () => {
    const book = graph();
    book.ask('SaveTemplate', ID, terms);
    expect(book.ask('ChangeTemplate', ID, { name: 'Five weeks', description: 'When it is quiet' })).toEqual(['TemplateChanged']);
    expect(book.ask('ChangeTemplate', ID, { name: 'Five weeks' })).toEqual([]);
    expect(book.ask('RemoveTemplate', ID, {})).toEqual(['TemplateRemoved']);
    expect(book.ask('RemoveTemplate', ID, {})).toBe('template_removed');
    expect(book.ask('ChangeTemplate', ID, { name: 'Again' })).toBe('template_removed');
  });

  it.each([
    ['no legs', 'invalid_input', { legs: [] }],
    ['an option without a day', 'strategy_terms_missing', { legs: [{ ...terms.legs[0], dte_target: null }] }],
    ['stock with a strike', 'strategy_terms_unfit', { legs: [{ ...legsRelativeTo([stock(1)], now)[0], strike_offset: '5' }] }],
    ['a hundred years', 'invalid_input', { legs: [{ ...terms.legs[0], dte_target: 36_500 }] }],
  ])('is refused with %s', (_, code, wrong) => {
    expect(graph().ask('SaveTemplate', ID, { ...terms, ...wrong })).toBe(code);
  });
});
