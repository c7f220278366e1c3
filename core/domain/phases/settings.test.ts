import { describe, expect, it } from 'vitest';
import { settle } from '../kernel/index.ts';
import { NO_TRADE_LIMIT, phases, phaseSettingsId, settingsSchema, usualSettings } from './index.ts';
import { NOW, openPhaseBook } from './testing/phaseBook.ts';

describe('the settings of phases', () => {
  it('are usual for every phase where nobody changed them', () => {
    expect(settingsSchema.parse(usualSettings)).toEqual(usualSettings);
    const { experience, proof, trial, scaling } = usualSettings;
    expect([experience, proof, trial, scaling].map((each) => [each.position_size_min, each.position_size_max])).toEqual([
      ['0', '0'],
      ['100', '100'],
      ['200', '200'],
      ['200', '2000'],
    ]);
    expect(experience.downgrade_triggers).toBeNull();
    for (const each of [proof, trial, scaling]) {
      expect(each.downgrade_triggers).toEqual({ consecutive_losses: 3, rolling_win_rate_min: '0.55', max_daily_loss_pct: '5' });
    }
  });

  it('allow one trade a day in Proof of Concept, and as many as wanted elsewhere', () => {
    const { experience, proof, trial, scaling } = usualSettings;
    expect([experience, proof, trial, scaling].map((each) => each.max_trades_per_day)).toEqual([
      NO_TRADE_LIMIT,
      1,
      NO_TRADE_LIMIT,
      NO_TRADE_LIMIT,
    ]);
  });

  it('ask for 20 profitable sessions, 30 days and 60 days, with more each time', () => {
    const asks = [usualSettings.experience, usualSettings.proof, usualSettings.trial].map(({ advancement_criteria: each }) => [
      each?.min_sessions,
      each?.min_profitable_sessions,
      each?.min_trades,
      each?.min_win_rate,
      each?.min_avg_rr,
    ]);
    expect(asks).toEqual([
      [20, 20, 20, '0.6', '1.5'],
      [30, 0, 50, '0.65', '1.8'],
      [60, 0, 100, '0.7', '2'],
    ]);
  });

  const { proof, scaling } = usualSettings;
  const { advancement_criteria, downgrade_triggers } = proof;
  it.each([
    ['a win rate above 1', { proof: { ...proof, advancement_criteria: { ...advancement_criteria, min_win_rate: '1.01' } } }],
    ['a negative win rate', { proof: { ...proof, advancement_criteria: { ...advancement_criteria, min_win_rate: '-0.1' } } }],
    ['an average R:R below 1', { proof: { ...proof, advancement_criteria: { ...advancement_criteria, min_avg_rr: '0.99' } } }],
    ['a drawdown of nothing', { proof: { ...proof, advancement_criteria: { ...advancement_criteria, max_drawdown_pct: '0' } } }],
    ['a daily loss of nothing', { proof: { ...proof, downgrade_triggers: { ...downgrade_triggers, max_daily_loss_pct: '0' } } }],
    ['no loss at all in a row', { proof: { ...proof, downgrade_triggers: { ...downgrade_triggers, consecutive_losses: 0 } } }],
    ['more places than are shown', { proof: { ...proof, advancement_criteria: { ...advancement_criteria, min_win_rate: '0.65001' } } }],
    ['real money of size 0', { proof: { ...proof, position_size_min: '0' } }],
    ['a negative size', { proof: { ...proof, position_size_min: '-1' } }],
    ['a smallest size above the largest', { scaling: { ...scaling, position_size_min: '2001' } }],
    ['no trade a day', { proof: { ...proof, max_trades_per_day: 0 } }],
    ['a limit nobody could reach', { proof: { ...proof, max_trades_per_day: 1_000 } }],
    ['a way on from the last phase', { scaling: { ...scaling, advancement_criteria } }],
    ['a way back from the first', { experience: { ...usualSettings.experience, downgrade_triggers } }],
    ['a zone that is none', { zone: 'New York' }],
  ])('are refused with %s', (_, change) => {
    const book = openPhaseBook();
    expect(book.asked('ChangePhaseSettings', { ...usualSettings, ...change })).toBe('invalid_input');
    expect(book.facts).toEqual([]);
  });

  it('take the edges of what they may be', () => {
    const criteria = { ...advancement_criteria, min_win_rate: '1', min_avg_rr: '1', max_drawdown_pct: '100' };
    const book = openPhaseBook();
    expect(book.asked('ChangePhaseSettings', { ...usualSettings, proof: { ...proof, advancement_criteria: criteria } })).toEqual([
      'PhaseSettingsChanged',
    ]);
    expect(book.settings().proof.advancement_criteria).toEqual(criteria);
  });

  it('said again change nothing', () => {
    const book = openPhaseBook();
    const changed = { ...usualSettings, proof: { ...proof, position_size_max: '150' } };
    expect(book.asked('ChangePhaseSettings', changed)).toEqual(['PhaseSettingsChanged']);
    expect(book.asked('ChangePhaseSettings', { ...changed, proof: { ...changed.proof, position_size_max: 150 } })).toEqual([]);
  });

  it('said again change nothing in whatever order they were kept', () => {
    const kept = Object.fromEntries(Object.entries(usualSettings).toReversed());
    const command = { command_id: 'again', type: 'ChangePhaseSettings', aggregate_id: phaseSettingsId, payload: usualSettings };
    expect(settle([phases], command, () => ({ version: 1, state: kept }), NOW)).toMatchObject({ facts: [] });
  });
});
