import { describe, expect, it } from 'vitest';
import { type Use, resultsOf } from './results.ts';

const field = (key: string, satisfied: boolean, weight = '1') => ({ key, weight, satisfied, answered: true, problem: null });

const use = (grade: 'A' | 'D', score: string, closed: Use['closed'], fields = [field('volume', grade === 'A')]): Use => ({
  evaluation: { compliance_score: score, grade, fields },
  closed,
});

const made = (net: string | null, r_multiple: string | null, currency = 'USD') => ({ net, r_multiple, currency });
const nothing = { uses: 0, closed: 0, win_rate: null, mean_r: null, net: [] };

describe('the results of a playbook', () => {
  const results = resultsOf([
    use('A', '1', made('100.1', '2')),
    use('A', '0.95', made('-50.05', '-1')),
    use('A', '0.9', made('20', '0.5', 'EUR')),
    use('A', '1', null),
    use('D', '0.2', made('0', '0')),
    use('D', '0.1', made(null, null)),
  ]);

  it('are added up by grade, each currency by itself', () => {
    expect(results.by_grade.A).toEqual({
      uses: 4,
      closed: 3,
      win_rate: '0.6667',
      mean_r: '0.5',
      net: [
        { currency: 'EUR', amount: '20' },
        { currency: 'USD', amount: '50.05' },
      ],
    });
    expect(results.by_grade.B).toEqual(nothing);
  });

  it('count no trade that is open, and judge none whose result is not known', () => {
    expect(results.by_grade.D).toEqual({ uses: 2, closed: 2, win_rate: '0', mean_r: '0', net: [{ currency: 'USD', amount: '0' }] });
    expect(results.all).toMatchObject({ uses: 6, closed: 5, win_rate: '0.5' });
    expect(results.mean_compliance).toBe('0.6917');
  });

  it('are told apart by whether a rule was followed, where the version had it and weighed it', () => {
    const { by_rule } = resultsOf([
      use('A', '1', made('10', '1'), [field('volume', true), field('note', true, '0')]),
      use('D', '0', made('-5', '-1'), [field('volume', false), field('trend', true)]),
      use('D', '0', made('7', '1'), [field('trend', false), field('volume', true, '0')]),
    ]);
    expect(by_rule.map(({ key }) => key)).toEqual(['volume', 'trend']);
    expect(by_rule[0]).toMatchObject({ followed: { uses: 1, win_rate: '1' }, broken: { uses: 1, win_rate: '0', mean_r: '-1' } });
    expect(by_rule[1]).toMatchObject({ followed: { net: [{ amount: '-5' }] }, broken: { net: [{ amount: '7' }] } });
  });

  it('say nothing where there is nothing', () => {
    expect(resultsOf([])).toMatchObject({ all: nothing, mean_compliance: null, by_rule: [] });
  });
});
