import { describe, expect, it } from 'vitest';
import { type Phase, standingOf, usualSettings, whatIf } from './index.ts';
import { idOf, inNewYork, purse, run, trade } from './testing/trades.ts';
import type { Trade } from './trade.ts';

const NOW = '2026-01-15T16:00:00.000Z';

const ground = (phase: Phase, trades: readonly Trade[], settings = usualSettings) => ({
  progress: { phase, since: null, stay: 0 },
  settings,
  trades,
  capital: purse.capital,
  clockOf: inNewYork,
});
const ending = (net: string, r_multiple: string | null = null) => ({ account_id: idOf(1_000), net, r_multiple });

describe('what if today ends like this', () => {
  it('one more loss leads back, to the size of the phase before', () => {
    const outcome = whatIf(ground('trial', run('WLL')), [ending('-20')], NOW);
    expect(outcome).toMatchObject({
      standing: {
        pending_transition: { to_phase: 'proof' },
        evidence: { consecutive_losses: 3 },
        trade_limit_today: { trades_executed: 1 },
      },
      next_session_starts_at: '2026-01-16T12:00:00.000Z',
      next_position_size: '100',
    });
  });

  it('a good day in Scaling lifts the next size, a bad one lowers it, and today keeps its own', () => {
    const scaling = ground('scaling', run('WWWW'));
    const sizes = [[ending('50')], [ending('0')], [ending('-50')]].map((endings) => {
      const { standing, next_position_size } = whatIf(scaling, endings, NOW);
      return [standing.position_size, next_position_size];
    });
    expect(sizes).toEqual([
      ['560', '650'],
      ['560', '560'],
      ['560', '380'],
    ]);
  });

  it('the last thing missing leads on, and the next phase begins at its smallest size', () => {
    const criteria = { ...usualSettings.trial.advancement_criteria!, min_sessions: 3, min_trades: 3 };
    const settings = { ...usualSettings, trial: { ...usualSettings.trial, advancement_criteria: criteria } };
    const outcome = whatIf(ground('trial', run('WW'), settings), [ending('90', '2')], NOW);
    expect(outcome).toMatchObject({ standing: { pending_transition: { to_phase: 'scaling' } }, next_position_size: '200' });
  });

  it('the endings come about in their order, after what has happened at this very moment', () => {
    const justLost = [trade(1, '2026-01-15', '-5', { opened_at: NOW, closed_at: NOW })];
    expect(whatIf(ground('trial', justLost), [ending('5'), ending('-5')], NOW).standing.evidence.consecutive_losses).toBe(1);
    expect(whatIf(ground('trial', justLost), [ending('-5'), ending('5')], NOW).standing.evidence.consecutive_losses).toBe(0);
  });

  it('nothing more happens, and nothing changes but the day', () => {
    const scaling = ground('scaling', run('WWW'));
    const { standing, next_position_size } = whatIf(scaling, [], NOW);
    expect(standing).toEqual(standingOf(scaling, NOW));
    expect(next_position_size).toBe(standing.position_size);
  });
});
