import { describe, expect, it } from 'vitest';
import { triggersOf } from './downgrade.ts';
import { usualSettings } from './index.ts';
import { evidence } from './testing/phaseBook.ts';

const { downgrade_triggers } = usualSettings.proof;
const nearAndFired = (figures: Parameters<typeof evidence>[0]) => {
  const triggers = triggersOf(evidence(figures), downgrade_triggers);
  return {
    near: triggers.filter(({ near }) => near).map(({ key }) => key),
    fired: triggers.filter(({ fired }) => fired).map(({ key }) => key),
  };
};

describe('a downgrade', () => {
  it.each([
    [{ consecutive_losses: 1 }, [], []],
    [{ consecutive_losses: 2 }, ['consecutive_losses'], []],
    [{ consecutive_losses: 3 }, [], ['consecutive_losses']],
    [{ consecutive_losses: 4 }, [], ['consecutive_losses']],
    [{ rolling_win_rate: '0.6' }, [], []],
    [{ rolling_win_rate: '0.5999' }, ['rolling_win_rate_min'], []],
    [{ rolling_win_rate: '0.55' }, ['rolling_win_rate_min'], []],
    [{ rolling_win_rate: '0.5499' }, [], ['rolling_win_rate_min']],
    [{ worst_day_loss_pct: '3.9999', latest_day_loss_pct: '3.9999' }, [], []],
    [{ worst_day_loss_pct: '4', latest_day_loss_pct: '4' }, ['max_daily_loss_pct'], []],
    [{ worst_day_loss_pct: '4.5', latest_day_loss_pct: '0' }, [], []],
    [{ worst_day_loss_pct: '5', latest_day_loss_pct: '5' }, ['max_daily_loss_pct'], []],
    [{ worst_day_loss_pct: '5.0001', latest_day_loss_pct: '0' }, [], ['max_daily_loss_pct']],
  ])('with %j is near by %j and due by %j', (figures, near, fired) => {
    expect(nearAndFired(figures)).toEqual({ near, fired });
  });

  it('says each figure, its limit, and what is not known', () => {
    expect(triggersOf(evidence({ consecutive_losses: 2 }), downgrade_triggers).map(({ sentence }) => sentence)).toEqual([
      '2 losses in a row; 3 lead back a phase.',
      'The win rate is judged once 20 trades of this phase are closed; below 55 % leads back a phase.',
      'Losing more than 5 % of the capital on a day leads back a phase; say in the trading rules how large the accounts are.',
    ]);
  });

  it('is not near before the first loss, where one is enough', () => {
    const [streak] = triggersOf(evidence({}), { ...downgrade_triggers!, consecutive_losses: 1 });
    expect(streak).toMatchObject({ near: false, fired: false });
  });

  it('never threatens where there is no phase before', () => {
    expect(triggersOf(evidence({ consecutive_losses: 50 }), usualSettings.experience.downgrade_triggers)).toEqual([]);
  });
});
