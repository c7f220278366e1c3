import {
  type AccountNow,
  type Breach,
  type DatedTrade,
  type Judgement,
  type MeasuredSession,
  type RulesOverTime,
  TRADING_RULES_ID,
  discipline,
} from '../../discipline/index.ts';
import { ACCOUNT, OTHER, UTC } from '../../discipline/testing/trades.ts';
import { type Instant, type Versioned, isRefusal, settle } from '../../kernel/index.ts';
import { type PhaseProgress, type Settings, phaseProgressId, phaseSettingsId, phases } from '../../phases/index.ts';
import type { Wish } from '../arming.ts';
import type { Book } from '../book.ts';
import { type Keeping, type Kept, wishesToKeep } from '../keeper.ts';

export const accounts: readonly AccountNow[] = [
  { id: ACCOUNT, currency: 'USD', account_max_risk_pct: '1', ...UTC },
  { id: OTHER, currency: 'EUR', account_max_risk_pct: null, zone: 'Asia/Tokyo', session_start: '09:00' },
];

/** A book in memory that keeps its own record: what is wanted is decided by the rules of the product. */
export function openKeptBook() {
  const states = new Map<string, Versioned>(accounts.map((account) => [`account/${account.id}`, { version: 1, state: account }]));
  let commands = 0;

  function does({ type, aggregate_id, payload }: Wish, now: Instant): void {
    const command = { command_id: `command-${(commands += 1)}`, type, aggregate_id, payload };
    const settled = settle([discipline, phases], command, (ref) => states.get(`${ref.aggregate_type}/${ref.aggregate_id}`), now);
    if (isRefusal(settled)) throw new Error(`${type}: ${settled.sentence}`);
    for (const { aggregate_type, aggregate_id: id, after } of settled.changes) states.set(`${aggregate_type}/${id}`, after);
  }

  const stateOf = <State>(key: string): State | undefined => states.get(key)?.state as State | undefined;
  const statesOf = <State>(type: string): State[] =>
    [...states].filter(([key]) => key.startsWith(`${type}/`)).map(([, { state }]) => state as State);

  const bookWith = (trades: readonly DatedTrade[]): Book => ({
    accounts,
    trades,
    rules: stateOf<RulesOverTime>(`trading_rules/${TRADING_RULES_ID}`),
    progress: stateOf<PhaseProgress>(`phase_progress/${phaseProgressId}`),
    settings: stateOf<Settings>(`phase_settings/${phaseSettingsId}`),
  });

  const kept = (): Kept => ({
    judgements: statesOf<Judgement>('judgement'),
    breaches: statesOf<Breach>('breach'),
    sessions: statesOf<MeasuredSession>('trading_session'),
  });

  const wishes = (trades: readonly DatedTrade[], now: Instant, before?: Keeping['before']) =>
    wishesToKeep({ now, book: bookWith(trades), before, kept: kept() });

  return {
    states,
    does,
    bookWith,
    kept,
    wishes,
    setRules: (rules: RulesOverTime) => void states.set(`trading_rules/${TRADING_RULES_ID}`, { version: 1, state: rules }),
    setSettings: (settings: Settings) => void states.set(`phase_settings/${phaseSettingsId}`, { version: 1, state: settings }),
    begin: (now: Instant) =>
      does({ type: 'BeginPhases', aggregate_id: phaseProgressId, payload: { phase: 'experience', operator_id: null } }, now),
    /** Does all that is wanted, and returns the moment it was kept at as what the next keeping goes by. */
    keep(trades: readonly DatedTrade[], now: Instant, before?: Keeping['before']): NonNullable<Keeping['before']> {
      const book = bookWith(trades);
      for (const wish of wishes(trades, now, before)) does(wish, now);
      return { book, at: now };
    },
  };
}
