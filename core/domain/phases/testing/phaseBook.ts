import {
  type Fact,
  type Id,
  type Instant,
  type Refusal,
  type Settled,
  type Versioned,
  evolve,
  isRefusal,
  settle,
} from '../../kernel/index.ts';
import type { Evidence, Stay } from '../evidence.ts';
import { phases } from '../index.ts';
import type { Phase } from '../phase.ts';
import { type PhaseProgress, phaseProgressId, untouched } from '../progress.ts';
import { type Settings, usualSettings } from '../settings.ts';
import { phaseSettingsId } from '../settingsOfBook.ts';

export const NOW = '2026-03-10T20:00:00.000Z';

/** A book in memory that knows of phases only. */
export function openPhaseBook() {
  const states = new Map<string, Versioned>();
  const facts: Fact[] = [];

  function ask(type: string, payload: unknown, occurred_at?: Instant): Settled | Refusal {
    return askOf(type === 'ChangePhaseSettings' ? phaseSettingsId : phaseProgressId, type, payload, occurred_at);
  }

  function askOf(aggregate_id: Id, type: string, payload: unknown, occurred_at: Instant = NOW): Settled | Refusal {
    const command_id = `command-${facts.length}`;
    const command = { command_id, type, aggregate_id, payload: payload as never, occurred_at };
    const settled = settle([phases], command, (ref) => states.get(`${ref.aggregate_type}/${ref.aggregate_id}`), NOW);
    if (!isRefusal(settled)) keep(settled, command_id);
    return settled;
  }

  function keep(settled: Settled, command_id: string): void {
    for (const fact of settled.facts) {
      const event_seq = facts.length + 1;
      facts.push({ ...fact, event_id: `fact-${event_seq}`, event_seq, recorded_at: NOW, command_id, actor: 'trader' });
    }
    for (const { aggregate_type, aggregate_id, after } of settled.changes) states.set(`${aggregate_type}/${aggregate_id}`, after);
  }

  const asked = (type: string, payload: unknown, occurred_at?: Instant) => inShort(ask(type, payload, occurred_at));

  const progress = (): PhaseProgress => (states.get(`phase_progress/${phaseProgressId}`)?.state as PhaseProgress | undefined) ?? untouched;

  return {
    facts,
    states,
    ask,
    asked,
    askedOf: (id: Id, type: string, payload: unknown) => inShort(askOf(id, type, payload)),
    progress,
    settings: (): Settings => (states.get(`phase_settings/${phaseSettingsId}`)?.state as Settings | undefined) ?? usualSettings,
    begin: (phase: Phase, at?: Instant) => asked('BeginPhases', { phase, operator_id: 'owner' }, at),
    /** The figures are of the present stay, whatever else they say. */
    judge: (figures: Partial<Evidence>, at?: Instant) => asked('JudgePhase', { evidence: evidence(figures, progress()) }, at),
    advance: (figures: Partial<Evidence>, at?: Instant) =>
      asked('AdvancePhase', { evidence: evidence(figures, progress()), operator_id: 'owner' }, at),
    override: (to_phase: Phase, override_verified: boolean, figures: Partial<Evidence> = {}, at?: Instant) =>
      asked(
        'OverridePhase',
        {
          to_phase,
          evidence: evidence(figures, progress()),
          reason: 'Agreed with the desk',
          operator_id: 'owner',
          override_verified,
        },
        at,
      ),
  };
}

/** What a command came to: the facts, or the code of the refusal. */
const inShort = (answer: Settled | Refusal): readonly string[] | string =>
  isRefusal(answer) ? answer.code : answer.facts.map((fact) => fact.type);

export type PhaseBook = ReturnType<typeof openPhaseBook>;

const nothing: Evidence = {
  stay: 0,
  since: null,
  session_count: 0,
  profitable_sessions: 0,
  trade_count: 0,
  wins: 0,
  losses: 0,
  win_rate: null,
  avg_rr: null,
  total_pnl: '0',
  consecutive_wins: 0,
  consecutive_losses: 0,
  rolling_win_rate: null,
  max_drawdown_pct: null,
  worst_day_loss_pct: null,
  latest_day_loss_pct: null,
  other_currency_trades: 0,
};

/** Of the stay that is asked for, whatever else the figures say. */
export const evidence = (figures: Partial<Evidence>, { stay, since }: Stay = nothing): Evidence => ({
  ...nothing,
  ...figures,
  stay,
  since,
});

/** What each phase asks for, exactly. */
export const enough = {
  experience: { session_count: 20, profitable_sessions: 20, trade_count: 20, win_rate: '0.6', avg_rr: '1.5' },
  proof: { session_count: 30, profitable_sessions: 0, trade_count: 50, win_rate: '0.65', avg_rr: '1.8', rolling_win_rate: '0.65' },
  trial: { session_count: 60, profitable_sessions: 0, trade_count: 100, win_rate: '0.7', avg_rr: '2', rolling_win_rate: '0.7' },
} as const;

/** The states that the facts alone lead to, one fact at a time. */
export function replayed(facts: readonly Fact[]): Map<string, Versioned> {
  const states = new Map<string, Versioned>();
  for (const fact of facts) {
    const key = `${fact.aggregate_type}/${fact.aggregate_id}`;
    states.set(key, evolve([phases], states.get(key), fact));
  }
  return states;
}
