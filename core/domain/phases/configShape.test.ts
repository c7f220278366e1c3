import { describe, expect, it } from 'vitest';
import { isRefusal } from '../kernel/index.ts';
import { settingsFromConfig, usualSettings } from './index.ts';

const imported = (config: unknown, current = usualSettings) => {
  const answer = settingsFromConfig(config, current);
  if (isRefusal(answer)) throw new Error(answer.sentence);
  return answer;
};

const criteria = { min_sessions: 30, min_trades: 50, min_win_rate: 0.65, min_avg_rr: 1.8 };

const asBotsKeepIt = {
  trading: { mode: 'paper' },
  phase_progression: {
    current_phase: 'proof',
    experience: { max_trades_per_day: 999, advancement_criteria: { min_sessions: 15, min_win_rate: 0.6, min_avg_rr: 1.5 } },
    proof: {
      max_trades_per_day: 2,
      position_size: 150,
      advancement_criteria: criteria,
      downgrade_triggers: { consecutive_losses: 4, rolling_win_rate_min: 0.5, max_daily_loss_pct: 2.5 },
    },
    scaling: { position_size_min: 300, position_size_max: 1500 },
  },
};

describe('phase settings from a config.json', () => {
  const { settings, current_phase } = imported(asBotsKeepIt);

  it('say where its trader stands', () => {
    expect(current_phase).toBe('proof');
    expect(imported({ phase_progression: {} })).toEqual({ settings: usualSettings, current_phase: null });
  });

  it('take one size for both ends, and each end by itself', () => {
    expect(settings.proof).toMatchObject({ position_size_min: '150', position_size_max: '150', max_trades_per_day: 2 });
    expect(settings.scaling).toEqual({ ...usualSettings.scaling, position_size_min: '300', position_size_max: '1500' });
  });

  it('take numbers as the exact decimals that were meant', () => {
    expect(settings.proof.advancement_criteria).toMatchObject({ min_win_rate: '0.65', min_avg_rr: '1.8', min_trades: 50 });
    expect(settings.proof.downgrade_triggers).toEqual({ consecutive_losses: 4, rolling_win_rate_min: '0.5', max_daily_loss_pct: '2.5' });
  });

  it('ask in Experience for sessions that made money', () => {
    expect(settings.experience.advancement_criteria).toMatchObject({ min_sessions: 15, min_profitable_sessions: 15, min_trades: 20 });
    expect(settings.proof.advancement_criteria).toMatchObject({ min_profitable_sessions: 0 });
  });

  it('leave alone what the file does not say', () => {
    const own = { ...usualSettings, session_start: '09:30', trial: { ...usualSettings.trial, max_trades_per_day: 5 } };
    expect(imported(asBotsKeepIt, own).settings).toMatchObject({ session_start: '09:30', trial: own.trial });
  });

  it.each([
    ['nothing', null, /no phase settings/],
    ['another file', { trading: { mode: 'paper' } }, /no phase settings/],
    ['a phase that is none', { phase_progression: { current_phase: 'paper' } }, /current_phase: a phase is one of experience, proof/],
    ['a rate above 1', { phase_progression: { trial: { advancement_criteria: { min_win_rate: 70 } } } }, /min_win_rate: .*70/],
    ['a way on from Scaling', { phase_progression: { scaling: { advancement_criteria: criteria } } }, /scaling\.advancement_criteria/],
    ['a way back from Experience', { phase_progression: { experience: { downgrade_triggers: { consecutive_losses: 3 } } } }, /experience/],
    ['sizes in the wrong order', { phase_progression: { scaling: { position_size_min: 5_000 } } }, /smallest position size/],
  ])('are refused with a sentence: %s', (_, config, sentence) => {
    const answer = settingsFromConfig(config, usualSettings);
    expect(isRefusal(answer) && answer.sentence).toMatch(sentence);
  });
});
