import { describe, expect, it } from 'vitest';
import { criteriaOf } from './criteria.ts';
import { usualSettings, validationOf } from './index.ts';
import { enough, evidence } from './testing/phaseBook.ts';

const criteria = usualSettings.proof.advancement_criteria!;

describe('what a phase asks for', () => {
  it('is shown with its figure, what is required, and what is missing in words', () => {
    const shown = criteriaOf(evidence({ session_count: 12, trade_count: 51, win_rate: '0.5', avg_rr: '1.8' }), criteria);
    expect(shown).toEqual([
      { key: 'min_sessions', figure: '12', required: '30', met: false, sentence: '12 of 30 trading days; 18 more needed.' },
      { key: 'min_trades', figure: '51', required: '50', met: true, sentence: '51 of 50 closed trades.' },
      {
        key: 'min_win_rate',
        figure: '0.5',
        required: '0.65',
        met: false,
        sentence: 'The win rate is 50 % and must be at least 65 %; 15 percentage points short.',
      },
      { key: 'min_avg_rr', figure: '1.8', required: '1.8', met: true, sentence: 'The average R:R is 1.8 and must be at least 1.8.' },
    ]);
  });

  it('is not met by what is not known', () => {
    const unknown = criteriaOf(evidence({}), { ...criteria, max_drawdown_pct: '10' }).filter(({ figure }) => figure === null);
    expect(unknown.map(({ met, sentence }) => [met, sentence])).toEqual([
      [false, 'The win rate must be at least 65 %; no trade has been closed yet.'],
      [false, 'The average R:R must be at least 1.8; no closed trade has an initial risk.'],
      [false, 'The drawdown must be at most 10 % of the capital; say in the trading rules how large the accounts are.'],
    ]);
  });

  it.each([
    ['10', true],
    ['10.0001', false],
  ])('a drawdown of %s %% out of 10 is met: %s', (max_drawdown_pct, met) => {
    const shown = criteriaOf(evidence({ max_drawdown_pct }), { ...criteria, max_drawdown_pct: '10' });
    expect(shown.find(({ key }) => key === 'max_drawdown_pct')).toMatchObject({ met, figure: max_drawdown_pct, required: '10' });
  });

  it('is validated whole: what is met, and what is missing', () => {
    expect(validationOf('proof', usualSettings, evidence(enough.proof))).toMatchObject({
      to_phase: 'trial',
      can_advance: true,
      missing_requirements: [],
    });
    expect(validationOf('scaling', usualSettings, evidence(enough.trial))).toMatchObject({
      to_phase: null,
      can_advance: false,
      missing_requirements: ['Scaling is the last phase.'],
    });
  });

  it('leads on from nowhere where nothing is set', () => {
    const settings = { ...usualSettings, trial: { ...usualSettings.trial, advancement_criteria: null } };
    expect(validationOf('trial', settings, evidence(enough.trial))).toMatchObject({
      can_advance: false,
      missing_requirements: ['Nothing is set that leads on from Real-Money Trial.'],
    });
  });
});
