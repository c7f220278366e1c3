import { describe, expect, it } from 'vitest';
import { isRefusal } from '../kernel/index.ts';
import { MOST_HISTORY, type Phase, type PhaseProgress, phaseOrder, usualSettings } from './index.ts';
import { NOW, enough, evidence, openPhaseBook, replayed } from './testing/phaseBook.ts';
import { idOf } from './testing/trades.ts';
import { transitionSchema } from './transition.ts';

const lastOf = ({ history }: PhaseProgress) => history.at(-1)!;

describe('a book', () => {
  it('is in Experience until something else is said', () => {
    expect(openPhaseBook().progress()).toMatchObject({ phase: 'experience', since: null, stay: 0 });
  });

  it('is begun in one of the four phases, once', () => {
    for (const phase of phaseOrder) {
      const book = openPhaseBook();
      expect(book.begin(phase)).toEqual(['PhasesBegun']);
      expect(book.progress()).toMatchObject({ phase, since: NOW, stay: 1, transitions: 0 });
      expect(book.begin('scaling')).toBe('phases_begun');
    }
    expect(openPhaseBook().begin('paper' as Phase)).toBe('invalid_input');
  });

  it('is not begun any more once a phase has been earned', () => {
    const book = openPhaseBook();
    book.judge(enough.experience);
    expect(book.begin('scaling')).toBe('phases_begun');
  });
});

describe('from Experience to Proof of Concept', () => {
  it('leads 20 profitable sessions, a win rate of 60 % and an R:R of 1.5, exactly', () => {
    const book = openPhaseBook();
    expect(book.judge(enough.experience)).toEqual(['PhaseChanged']);
    expect(book.progress()).toMatchObject({ phase: 'proof', since: NOW });
  });
});

describe('from Proof of Concept to Real-Money Trial', () => {
  it('lead 30 days, 50 trades, a win rate of 65 % and an R:R of 1.8, exactly', () => {
    const book = openPhaseBook();
    book.begin('proof');
    expect(book.judge(enough.proof)).toEqual(['PhaseChanged']);
    expect(book.progress().phase).toBe('trial');
  });
});

describe('from Real-Money Trial to Scaling', () => {
  it('lead 60 days, 100 trades, a win rate of 70 % and an R:R of 2, exactly', () => {
    const book = openPhaseBook();
    book.begin('trial');
    expect(book.judge(enough.trial)).toEqual(['PhaseChanged']);
    expect(book.progress().phase).toBe('scaling');
  });
});

describe('anything short of what is asked for', () => {
  const short = [
    ['experience', 'a profitable session', { profitable_sessions: 19 }],
    ['experience', 'a session', { session_count: 19, profitable_sessions: 19 }],
    ['experience', 'a trade', { trade_count: 19 }],
    ['experience', 'of the win rate', { win_rate: '0.5999' }],
    ['experience', 'of the R:R', { avg_rr: '1.4999' }],
    ['proof', 'a day', { session_count: 29 }],
    ['proof', 'a trade', { trade_count: 49 }],
    ['proof', 'of the win rate', { win_rate: '0.6499' }],
    ['proof', 'of the R:R', { avg_rr: '1.7999' }],
    ['trial', 'a day', { session_count: 59 }],
    ['trial', 'a trade', { trade_count: 99 }],
    ['trial', 'of the win rate', { win_rate: '0.6999' }],
    ['trial', 'of the R:R', { avg_rr: '1.9999' }],
    ['trial', 'the win rate, with none known', { win_rate: null }],
    ['trial', 'the R:R, with none known', { avg_rr: null }],
  ] as const;

  it.each(short)('keeps a book in %s: %s', (phase, _, figures) => {
    const book = openPhaseBook();
    book.begin(phase);
    expect(book.judge({ ...enough[phase], ...figures })).toEqual([]);
    expect(book.advance({ ...enough[phase], ...figures })).toEqual(['PhaseChangeBlocked']);
    expect(book.progress().phase).toBe(phase);
  });

  it('is on the record with every reason, when somebody asked', () => {
    const book = openPhaseBook();
    book.advance({ ...enough.experience, win_rate: '0.58', session_count: 12, profitable_sessions: 12 });
    expect(lastOf(book.progress())).toMatchObject({
      kind: 'blocked',
      at: NOW,
      attempt: {
        action: 'attempted_advance',
        from_phase: 'experience',
        to_phase: 'proof',
        operator_id: 'owner',
        failure_reasons: [
          '12 of 20 trading days; 8 more needed.',
          '12 of 20 profitable trading days; 8 more needed.',
          'The win rate is 58 % and must be at least 60 %; 2 percentage points short.',
        ],
      },
    });
  });
});

describe.each(['proof', 'trial', 'scaling'] as const)('from %s back', (phase) => {
  const before = phaseOrder[phaseOrder.indexOf(phase) - 1];

  it.each([
    ['3 consecutive losses', { consecutive_losses: 3 }],
    ['a rolling win rate under 55 %', { rolling_win_rate: '0.5499' }],
    ['a daily loss over 5 %', { worst_day_loss_pct: '5.0001', latest_day_loss_pct: '0' }],
  ])('lead %s', (_, figures) => {
    const book = openPhaseBook();
    book.begin(phase);
    expect(book.judge(figures)).toEqual(['PhaseChanged']);
    expect(book.progress().phase).toBe(before);
    expect(lastOf(book.progress())).toMatchObject({
      transition: { trigger: 'auto', validation_passed: true, from_phase: phase, to_phase: before, override_password_used: false },
    });
  });

  it.each([
    ['2 consecutive losses', { consecutive_losses: 2 }],
    ['a rolling win rate of 55 %', { rolling_win_rate: '0.55' }],
    ['a daily loss of 5 %', { worst_day_loss_pct: '5', latest_day_loss_pct: '5' }],
    ['nothing', {}],
  ])('does not lead %s', (_, figures) => {
    const book = openPhaseBook();
    book.begin(phase);
    expect(book.judge(figures)).toEqual([]);
  });
});

describe('a phase', () => {
  it('is not left backwards from the first, whatever was lost', () => {
    const book = openPhaseBook();
    expect(book.judge({ consecutive_losses: 30, rolling_win_rate: '0', worst_day_loss_pct: '90', latest_day_loss_pct: '90' })).toEqual([]);
  });

  it('is left backwards rather than forwards where both would be', () => {
    const book = openPhaseBook();
    book.begin('proof');
    const both = { ...enough.proof, consecutive_losses: 3 };
    expect(book.advance(both)).toEqual(['PhaseChangeBlocked']);
    expect(book.judge(both)).toEqual(['PhaseChanged']);
    expect(book.progress().phase).toBe('experience');
  });

  it('is judged by the settings that hold', () => {
    const book = openPhaseBook();
    const { experience } = usualSettings;
    const easier = { ...experience.advancement_criteria!, min_win_rate: '0.5' };
    book.asked('ChangePhaseSettings', { ...usualSettings, experience: { ...experience, advancement_criteria: easier } });
    expect(book.judge({ ...enough.experience, win_rate: '0.5' })).toEqual(['PhaseChanged']);
  });

  it('takes no second step on the figures of the one before', () => {
    const book = openPhaseBook();
    book.begin('scaling');
    const losing = { evidence: evidence({ consecutive_losses: 9 }, book.progress()) };
    expect(book.asked('JudgePhase', losing)).toEqual(['PhaseChanged']);
    expect(book.asked('JudgePhase', losing)).toEqual([]);
    expect(book.progress()).toMatchObject({ phase: 'trial', since: NOW, transitions: 1 });
    const late = book.ask('AdvancePhase', { ...losing, operator_id: null });
    expect(isRefusal(late) && [late.code, late.sentence]).toEqual([
      'evidence_of_another_stay',
      'The phase has changed since these figures were worked out (they are of stay 1, this is stay 2); work them out again.',
    ]);
    expect(book.asked('OverridePhase', { ...losing, to_phase: 'proof', reason: 'x', operator_id: null, override_verified: true })).toBe(
      'evidence_of_another_stay',
    );
  });

  it('changes neither in the future nor before it began', () => {
    const book = openPhaseBook();
    book.begin('proof', '2026-03-09T12:00:00.000Z');
    expect(book.judge({ consecutive_losses: 3 }, '2026-03-10T20:00:00.001Z')).toBe('in_the_future');
    expect(book.judge({ consecutive_losses: 3 }, '2026-03-09T11:59:59.999Z')).toBe('before_the_last_change');
    expect(book.judge({ consecutive_losses: 3 }, '2026-03-09T12:00:00.000Z')).toEqual(['PhaseChanged']);
  });

  it('that is the last has none to advance to', () => {
    const book = openPhaseBook();
    book.begin('scaling');
    expect(book.advance(enough.trial)).toBe('no_phase_after');
    expect(book.judge(enough.trial)).toEqual([]);
  });
});

describe('another id', () => {
  it.each([
    ['BeginPhases', { phase: 'trial', operator_id: null }],
    ['JudgePhase', { evidence: evidence(enough.experience) }],
    ['AdvancePhase', { evidence: evidence({}), operator_id: null }],
    ['OverridePhase', { to_phase: 'proof', evidence: evidence({}), reason: 'x', operator_id: null, override_verified: true }],
    ['ChangePhaseSettings', usualSettings],
  ])('than that of the book is refused by %s', (type, payload) => {
    expect(openPhaseBook().askedOf(idOf(7), type, payload)).toBe('another_id');
  });
});

describe('a trader who asks to advance', () => {
  it('does so with evidence and no password, and it is on the record as theirs', () => {
    const book = openPhaseBook();
    expect(book.advance(enough.experience)).toEqual(['PhaseChanged']);
    expect(lastOf(book.progress())).toMatchObject({
      transition: {
        trigger: 'manual',
        validation_passed: true,
        failure_reasons: null,
        operator_id: 'owner',
        override_password_used: false,
        metrics_snapshot: enough.experience,
      },
    });
  });
});

describe('an override', () => {
  it('takes one step on, and says what was missing', () => {
    const book = openPhaseBook();
    expect(book.override('proof', true)).toEqual(['PhaseChanged']);
    expect(book.progress().phase).toBe('proof');
    expect(lastOf(book.progress())).toMatchObject({
      transition: { trigger: 'manual', validation_passed: false, override_password_used: true, override_reason: 'Agreed with the desk' },
    });
  });

  it('is what a rollback needs', () => {
    const book = openPhaseBook();
    book.begin('trial');
    expect(book.override('proof', false)).toEqual(['PhaseChangeBlocked']);
    expect(book.progress().phase).toBe('trial');
    expect(book.override('proof', true)).toEqual(['PhaseChanged']);
    expect(book.progress().phase).toBe('proof');
    expect(lastOf(book.progress())).toMatchObject({
      transition: { validation_passed: false, failure_reasons: ['Nothing that leads back from Real-Money Trial has happened.'] },
    });
  });

  it('with a wrong password changes nothing and is on the record', () => {
    const book = openPhaseBook();
    expect(book.override('proof', false, enough.experience)).toEqual(['PhaseChangeBlocked']);
    expect(book.progress()).toMatchObject({ phase: 'experience', transitions: 0, blocked_attempts: 1 });
    expect(lastOf(book.progress())).toMatchObject({
      attempt: { action: 'manual_advance', failure_reasons: ['The override password was wrong.'] },
    });
  });

  it.each([
    ['experience', 'trial'],
    ['experience', 'scaling'],
    ['experience', 'experience'],
    ['scaling', 'proof'],
  ] as const)('does not lead from %s to %s', (from, to) => {
    const book = openPhaseBook();
    book.begin(from);
    expect(book.override(to, true)).toBe('not_one_step');
  });

  it('needs a reason', () => {
    const payload = { to_phase: 'proof', evidence: evidence({}), reason: ' ', operator_id: 'owner', override_verified: true };
    expect(openPhaseBook().asked('OverridePhase', payload)).toBe('invalid_input');
  });
});

describe('a transition', () => {
  const transition = {
    transition_id: '00000000-0000-8000-8000-000000000001',
    from_phase: 'experience',
    to_phase: 'proof',
    trigger: 'auto',
    validation_passed: true,
    metrics_snapshot: evidence(enough.experience),
    failure_reasons: null,
    operator_id: null,
    override_password_used: false,
    override_reason: null,
  };

  it.each([
    ['as it is', {}, true],
    ['from no phase', { from_phase: 'paper' }, false],
    ['over a phase', { to_phase: 'trial' }, false],
    ['triggered otherwise', { trigger: 'admin' }, false],
    ['by itself without evidence', { validation_passed: false, failure_reasons: ['x'], override_password_used: true }, false],
    ['without evidence or a reason', { trigger: 'manual', validation_passed: false, override_password_used: true }, false],
    ['without evidence or a password', { trigger: 'manual', validation_passed: false, failure_reasons: ['x'] }, false],
    ['by override', { trigger: 'manual', validation_passed: false, failure_reasons: ['x'], override_password_used: true }, true],
  ])('%s fits its schema or not', (_, change, fits) => {
    expect(transitionSchema.safeParse({ ...transition, ...change }).success).toBe(fits);
  });
});

describe('the record', () => {
  it('and the change are one: the state is what the facts alone lead to', () => {
    const book = openPhaseBook();
    book.judge(enough.experience);
    book.override('trial', false);
    book.override('trial', true);
    book.judge({ consecutive_losses: 3 });
    expect(replayed(book.facts)).toEqual(book.states);
    expect(book.progress()).toMatchObject({ phase: 'proof', transitions: 3, blocked_attempts: 1 });
  });

  it('holds the newest in the state, and counts them all', () => {
    const book = openPhaseBook();
    for (let n = 0; n < MOST_HISTORY + 5; n++) book.override('proof', false);
    expect(book.progress().history).toHaveLength(MOST_HISTORY);
    expect(book.progress().blocked_attempts).toBe(MOST_HISTORY + 5);
  });
});
