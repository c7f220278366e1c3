import { describe, expect, it } from 'vitest';
import { historyLines, overrideLines } from './index.ts';
import { NOW, enough, openPhaseBook } from './testing/phaseBook.ts';

const book = openPhaseBook();
book.advance({ win_rate: '0.58', avg_rr: '1.5', session_count: 20, profitable_sessions: 20, trade_count: 20 });
book.judge(enough.experience);
book.override('trial', false);
book.override('trial', true);
book.override('proof', true);

const read = (lines: readonly string[]) => lines.map((line) => JSON.parse(line));

describe('phase-history.jsonl', () => {
  const lines = historyLines(book.facts);

  it('has a line for each change, and each fits on one', () => {
    expect(read(lines).map(({ from_phase, to_phase, trigger }) => [from_phase, to_phase, trigger])).toEqual([
      ['experience', 'proof', 'auto'],
      ['proof', 'trial', 'manual'],
      ['trial', 'proof', 'manual'],
    ]);
    expect(lines.join('')).not.toContain('\n');
  });

  it('has its times in UTC', () => {
    for (const { timestamp } of read([...lines, ...overrideLines(book.facts)])) expect(timestamp).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });

  it('only grows: a line that was written stays as it was', () => {
    const grown = openPhaseBook();
    grown.judge(enough.experience);
    const before = historyLines(grown.facts);
    grown.override('trial', true);
    grown.judge({ consecutive_losses: 3 });
    expect(historyLines(grown.facts).slice(0, before.length)).toEqual(before);
    expect(historyLines(grown.facts)).toHaveLength(3);
  });

  it('names its keys as bots read them', () => {
    const [first] = read(lines);
    expect(Object.keys(first)).toEqual([
      'transition_id',
      'timestamp',
      'from_phase',
      'to_phase',
      'trigger',
      'validation_passed',
      'metrics_snapshot',
      'failure_reasons',
      'operator_id',
      'override_password_used',
    ]);
    expect(first).toMatchObject({
      timestamp: NOW,
      validation_passed: true,
      metrics_snapshot: { session_count: 20, win_rate: '0.6', avg_rr: '1.5' },
    });
    expect(new Set(read(lines).map(({ transition_id }) => transition_id)).size).toBe(3);
  });
});

describe('phase-overrides.jsonl', () => {
  it('has every attempt that was blocked, and every one that a password took', () => {
    expect(read(overrideLines(book.facts))).toEqual([
      {
        timestamp: NOW,
        phase: 'experience',
        action: 'attempted_advance',
        blocked: true,
        reason: 'The win rate is 58 % and must be at least 60 %; 2 percentage points short.',
        operator_id: 'owner',
      },
      {
        timestamp: NOW,
        phase: 'proof',
        action: 'manual_advance',
        blocked: true,
        reason: 'The override password was wrong.',
        operator_id: 'owner',
      },
      {
        timestamp: NOW,
        phase: 'proof',
        action: 'manual_advance',
        blocked: false,
        reason: 'Agreed with the desk',
        operator_id: 'owner',
        override_password_used: true,
      },
      {
        timestamp: NOW,
        phase: 'trial',
        action: 'manual_rollback',
        blocked: false,
        reason: 'Agreed with the desk',
        operator_id: 'owner',
        override_password_used: true,
      },
    ]);
  });
});
