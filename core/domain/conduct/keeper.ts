import type { Breach, Finding, Judgement, JudgePeriod, MeasuredSession, Period } from '../discipline/index.ts';
import { type Instant, sameJson } from '../kernel/index.ts';
import type { Wish } from './arming.ts';
import type { Book } from './book.ts';
import { judgementDue } from './judgementDue.ts';
import { phaseDue } from './phaseDue.ts';
import { type SessionOf, sessionDue, sessionEnd, sessionsOf } from './sessionDue.ts';
import { changedTrades, everyPeriod, nameOf, periodsTouched, tradesByPeriod } from './touched.ts';

const keepersOwn: ReadonlySet<string> = new Set(['JudgePeriod', 'MeasureSession', 'JudgePhase']);

/** Whether it is for whoever keeps the record, and nobody's own wish. */
export const isForKeeper = ({ type }: Pick<Wish, 'type'>): boolean => keepersOwn.has(type);

/** What has been recorded so far. */
export interface Kept {
  readonly judgements: readonly Judgement[];
  readonly breaches: readonly Breach[];
  readonly sessions: readonly MeasuredSession[];
}

export interface Keeping {
  readonly now: Instant;
  readonly book: Book;
  /** The book when it was kept last, and when that was; without it, everything is looked at. */
  readonly before: { readonly book: Book; readonly at: Instant } | undefined;
  readonly kept: Kept;
}

/**
 * What the record lacks: breaches to record and to withdraw, days to measure, a phase to change. It looks only at what has changed, and
 * comes to the same as looking at everything; where the record says it all already, it wants nothing.
 */
export function wishesToKeep(keeping: Keeping): readonly Wish[] {
  const { book, now } = keeping;
  return [...judgementsDue(keeping), ...sessionsDue(keeping), phaseDue(book, now)].filter((wish) => wish !== null);
}

function judgementsDue({ book: { rules, trades }, before, kept }: Keeping): readonly (Wish | null)[] {
  const isAnew = before === undefined || !sameJson(before.book.rules, rules);
  const because: JudgePeriod['because'] = before !== undefined && isAnew ? 'rules_changed' : 'trade_changed';
  const periods = isAnew ? everyPeriod(trades, kept.judgements) : periodsTouched(before.book.trades, trades);
  const tradesOf = tradesByPeriod(trades);
  const standingIn = standingByPeriod(kept);
  return periods.map((period) => judgementDue({ period, trades: tradesOf(period), rules, standing: standingIn(period), because }));
}

function standingByPeriod({ judgements, breaches }: Kept): (period: Period) => readonly Finding[] {
  const findings = new Map(breaches.map(({ id, finding }) => [id, finding]));
  const standing = new Map(judgements.map((judgement) => [nameOf(judgement), judgement.standing]));
  return (period) => standing.get(nameOf(period))?.flatMap((id) => findings.get(id) ?? []) ?? [];
}

function sessionsDue({ now, book, before, kept }: Keeping): readonly (Wish | null)[] {
  const measured = new Map(kept.sessions.map(({ metrics }) => [sessionName(metrics), metrics]));
  const partsOf = (trades: Book['trades']): readonly SessionOf[] => trades.flatMap((trade) => sessionsOf(trade, book.accounts));
  const known = distinct([...partsOf(book.trades), ...measured.values()]);
  const isAnew = before === undefined || !sameGround(before.book, book);
  const touched = new Set(before && partsOf(changedTrades(before.book.trades, book.trades)).map(sessionName));
  const wasOpen = (session: SessionOf): boolean => (sessionEnd(session, book.accounts) ?? '') > (before?.at ?? '');
  const tradesOf = tradesByPeriod(book.trades);
  return known
    .filter((session) => isAnew || touched.has(sessionName(session)) || wasOpen(session))
    .map((session) => {
      const day = tradesOf({ scope: 'day', key: session.session_date });
      return sessionDue(session, day, book, measured.get(sessionName(session)), now);
    });
}

/** All that the figures of a day rest on besides its trades. */
function sameGround({ rules, progress, settings }: Book, other: Book): boolean {
  return sameJson(rules, other.rules) && sameJson(progress, other.progress) && sameJson(settings, other.settings);
}

const sessionName = ({ session_date, currency }: SessionOf): string => `${session_date} ${currency}`;

function distinct(sessions: readonly SessionOf[]): readonly SessionOf[] {
  return [...new Map(sessions.map((session) => [sessionName(session), session])).values()];
}
