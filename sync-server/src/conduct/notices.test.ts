import { describe, expect, test } from 'vitest';
import { discipline } from '../discipline/index.ts';
import { phases } from '../phases/index.ts';
import { conduct } from './index.ts';
import { desk, told } from './testing/desk.ts';

const on = desk();

async function traded(day: string, ...nets: string[]): Promise<void> {
  for (const each of told(day, ...nets)) await on().trade(each);
  await on().settle();
}

/** What people hear of all that has been recorded. */
function notices() {
  const { workspace } = on();
  const facts = workspace.facts(0, 1_000);
  return [discipline, phases].flatMap(({ noticesOf }) => facts.flatMap((fact) => noticesOf!(fact, workspace.state)));
}

const reminders = () => on().workspace.read((sql) => conduct.remindersOf!(sql, on().workspace.now()));

describe('people are told', () => {
  test('of a rule that was broken', async () => {
    await traded('2025-02-04', '-1', '-1', '-1', '-1');
    expect(notices()).toMatchObject([
      {
        kind: 'rule_broken',
        params: { rule_key: 'loss_streak_day', sentence: '4 losses in a row on 2025-02-04; the rule allows 3.' },
        subject: { type: 'breach' },
      },
    ]);
  });

  test('not of what was broken long ago, or where the rules say that nobody wants to hear of it', async () => {
    await traded('2025-01-20', '-1', '-1', '-1', '-1');
    expect(notices()).toEqual([]);
    await on().put('/api/settings/trading-rules', { alerts_enabled: false });
    await traded('2025-02-04', '-1', '-1', '-1', '-1');
    expect(notices()).toEqual([]);
  });

  test('of a phase that changed', async () => {
    await on().post('/api/phases/begin', { phase: 'trial' });
    await on().until('2025-02-05T21:00:00.000Z');
    await traded('2025-02-05', '-1', '-1', '-1');
    expect(notices()).toMatchObject([{ kind: 'phase_changed', params: { from_phase: 'trial', to_phase: 'proof' }, subject: null }]);
  });

  test('as a session begins, of what little is missing until the phase is lost', async () => {
    expect(reminders()).toEqual({ reminders: [], nextAt: '2025-02-05T12:00:00.000Z' });
    await on().post('/api/phases/begin', { phase: 'trial' });
    await on().until('2025-02-05T21:00:00.000Z');
    await traded('2025-02-05', '-1', '-1');
    expect(reminders()).toEqual({
      reminders: [
        {
          kind: 'downgrade_near',
          params: { phase: 'trial', sentence: '2 losses in a row; 3 lead back a phase.' },
          subject: null,
          cause: 'downgrade_near 1 consecutive_losses 2',
        },
      ],
      nextAt: '2025-02-06T12:00:00.000Z',
    });
  });
});
