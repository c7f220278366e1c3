import {
  type DatedTrade,
  type MeasureSession,
  type SessionMetrics,
  MOST_ACCOUNTS,
  judge,
  sessionId,
  sessionMetrics,
} from '../discipline/index.ts';
import { type Day, type Instant, asJson, sameJson, tradingDayBounds } from '../kernel/index.ts';
import type { Wish } from './arming.ts';
import type { Book } from './book.ts';
import { phaseOn } from './phaseOn.ts';

/** A trading day in the accounts of one currency. */
export interface SessionOf {
  readonly session_date: Day;
  readonly currency: string;
}

/** The sessions that a trade has a part in: whatever its currency, a rule that counts trades says something of the whole day. */
export function sessionsOf({ opened_on, closed_on }: DatedTrade, accounts: Book['accounts']): readonly SessionOf[] {
  const days = [...new Set([opened_on, closed_on ?? opened_on])];
  const currencies = [...new Set(accounts.map(({ currency }) => currency))];
  return days.flatMap((session_date) => currencies.map((currency) => ({ session_date, currency })));
}

/** When the last account of the currency is through with the day; undefined without an account. */
export function sessionEnd({ session_date, currency }: SessionOf, accounts: Book['accounts']): Instant | undefined {
  const ends = accounts.filter((account) => account.currency === currency).map((clock) => tradingDayBounds(session_date, clock).ends_at);
  return ends.length === 0 ? undefined : ends.reduce((last, end) => (end > last ? end : last));
}

/** What a session comes to, of all trades with a part in its day. */
export function metricsOf({ session_date, currency }: SessionOf, day: readonly DatedTrade[], book: Omit<Book, 'trades'>): SessionMetrics {
  const { rules, progress, settings } = book;
  const broken = judge({ scope: 'day', key: session_date }, day, rules);
  const breaches = broken.filter((finding) => (finding.currency ?? currency) === currency).length;
  return sessionMetrics(day, { session_date, currency, phase: phaseOn(session_date, progress, settings), breaches });
}

/** The command that records a session, once it is over; null before that, and where the record says so already. */
export function sessionDue(
  session: SessionOf,
  day: readonly DatedTrade[],
  book: Omit<Book, 'trades'>,
  measured: SessionMetrics | undefined,
  now: Instant,
): Wish | null {
  const end = sessionEnd(session, book.accounts);
  if (end === undefined || end > now) return null;
  const isEmpty = day.every(({ currency }) => currency !== session.currency);
  if (isEmpty && measured === undefined) return null;
  const metrics = metricsOf(session, day, book);
  return sameJson(metrics, measured) ? null : measuring(metrics, book);
}

export function measuring(metrics: SessionMetrics, { accounts }: Pick<Book, 'accounts'>): Wish {
  const own = accounts.filter(({ currency }) => currency === metrics.currency).map(({ id }) => id);
  const payload: MeasureSession = { metrics, account_ids: own.slice(0, MOST_ACCOUNTS) };
  return { type: 'MeasureSession', aggregate_id: sessionId(metrics), payload: asJson(payload) };
}
