import {
  type SessionOf,
  type Wish,
  everyPeriod,
  judgementDue,
  periodsTouched,
  phaseDue,
  sessionDue,
  sessionsOf,
} from '@taffrail/domain/conduct';
import {
  type Breach,
  type Finding,
  type JudgePeriod,
  type Judgement,
  type MeasuredSession,
  type Period,
  judgementId,
  latestRules,
  sessionId,
} from '@taffrail/domain/discipline';
import { type Fact, type Instant, addMs, asJson, tradingDayBounds, tradingDayOf } from '@taffrail/domain/kernel';
import type { Job, JobHandler, JobRequest, JobTools, Reading } from '../workspace/index.ts';
import { type Terms, bookForPhases, termsIn } from './book.ts';
import { type Changes, changesSince, tradesChanged } from './changes.ts';
import { readTrades, readTradesOf } from './seen.ts';

export const KEEP = 'conduct.keep';

/** What comes quickly one after another, such as an import or the outbox of a device, is looked at once. */
const QUIET_MS = 2_000;

const concerned: ReadonlySet<string> = new Set([
  'position',
  'playbook_response',
  'account',
  'trading_rules',
  'phase_settings',
  'phase_progress',
]);

/** Nothing that keeping itself records asks for keeping, but a change of phase, after which evidence begins anew: it comes to an end. */
export function conductJobsOf({ aggregate_type, recorded_at }: Fact): readonly JobRequest[] {
  return concerned.has(aggregate_type) ? [{ kind: KEEP, key: '', due_at: addMs(recorded_at, QUIET_MS) }] : [];
}

/** How far a book was kept: up to which fact, and which sessions had ended. */
interface Place {
  readonly seq: number;
  readonly at: Instant;
}

interface Round {
  readonly job: Job;
  readonly tools: JobTools;
  readonly terms: Terms;
  /** Undefined for a book that was never kept: everything is looked at. */
  readonly from: Place | undefined;
  readonly changes: Changes;
  readonly upToSeq: number;
}

/**
 * Brings the record up to what the facts come to: breaches, sessions, the phase. It goes on from where it was last, so that a slot missed
 * while the server was down is done once it is up, and one that is done again finds nothing to do.
 */
export const keep: JobHandler = async (job, tools) => {
  const { book, now } = tools;
  const from = (job.payload as unknown as Place | null) ?? undefined;
  const upToSeq = book.lastSeq;
  const round: Round = { job, tools, terms: termsIn(book), from, changes: changesSince(book, from?.seq ?? 0), upToSeq };
  for (const wishesOf of [judgementsDue, sessionsDue, phasesDue]) for await (const wish of wishesOf(round)) await send(round, wish);
  tools.remember(asJson({ seq: upToSeq, at: now } satisfies Place));
  return nextSessionEnd(round);
};

/** What is refused was recorded already, or has changed meanwhile and is looked at again because of that. */
async function send({ job, tools, upToSeq }: Round, wish: Wish): Promise<void> {
  const answer = await tools.submit({ command_id: `keep/${job.due_at}/${upToSeq}/${wish.aggregate_id}`, ...wish });
  if (answer.outcome === 'refused' && answer.code === 'invalid_input') throw new Error(`${wish.type}: ${answer.sentence}`);
}

async function* judgementsDue(round: Round): AsyncGenerator<Wish> {
  const { tools, terms, changes } = round;
  const because: JudgePeriod['because'] = changes.rules ? 'rules_changed' : 'trade_changed';
  for await (const period of inSlices(tools, periodsDue(round))) {
    const trades = isJudgedWithoutTrades(period, terms) ? [] : tools.book.read((sql) => readTradesOf(sql, terms.accounts, period));
    const wish = judgementDue({ period, trades, rules: terms.rules, standing: standingIn(tools.book, period), because });
    if (wish) yield wish;
  }
}

function periodsDue({ tools: { book }, terms: { accounts }, changes, from }: Round): readonly Period[] {
  if (from === undefined || changes.rules || changes.accounts) {
    return everyPeriod(
      book.read((sql) => readTrades(sql, accounts)),
      statesOf<Judgement>(book, 'judgement'),
    );
  }
  const { before, after } = tradesChanged(book, accounts, changes.positions, from.seq);
  return periodsTouched(before, after);
}

/** Only a prop firm holds a whole account to anything, and each closed trade has a part in its account. */
function isJudgedWithoutTrades({ scope, key }: Period, { rules }: Terms): boolean {
  return scope === 'account' && latestRules(rules).accounts.every(({ account_id, prop_firm }) => account_id !== key || prop_firm === null);
}

function standingIn(book: Reading, period: Period): readonly Finding[] {
  const judgement = book.state({ aggregate_type: 'judgement', aggregate_id: judgementId(period) })?.state as Judgement | undefined;
  return (judgement?.standing ?? []).flatMap((id) => {
    const breach = book.state({ aggregate_type: 'breach', aggregate_id: id })?.state as Breach | undefined;
    return breach ? [breach.finding] : [];
  });
}

async function* sessionsDue(round: Round): AsyncGenerator<Wish> {
  const { tools, terms } = round;
  for await (const session of inSlices(tools, distinct(sessionsToLookAt(round)))) {
    const period: Period = { scope: 'day', key: session.session_date };
    const day = tools.book.read((sql) => readTradesOf(sql, terms.accounts, period));
    const measured = tools.book.state({ aggregate_type: 'trading_session', aggregate_id: sessionId(session) })?.state as
      | MeasuredSession
      | undefined;
    const wish = sessionDue(session, day, terms, measured?.metrics, tools.now);
    if (wish) yield wish;
  }
}

/** Wherever its accounts are, a session is over so much after the last trade in it was opened or closed. */
const LONGEST_UNTIL_OVER_MS = 4 * 86_400_000;

function sessionsToLookAt({ tools: { book }, terms: { accounts }, changes, from }: Round): readonly SessionOf[] {
  if (from === undefined || changes.rules || changes.accounts || changes.phases) {
    const measured = statesOf<MeasuredSession>(book, 'trading_session').map(({ metrics }) => metrics);
    return [...book.read((sql) => readTrades(sql, accounts)).flatMap((trade) => sessionsOf(trade, accounts)), ...measured];
  }
  const { before, after } = tradesChanged(book, accounts, changes.positions, from.seq);
  const since = addMs(from.at, -LONGEST_UNTIL_OVER_MS);
  const ended = book.read((sql) => readTrades(sql, accounts, { since }));
  return [...before, ...after, ...ended].flatMap((trade) => sessionsOf(trade, accounts));
}

function distinct(sessions: readonly SessionOf[]): readonly SessionOf[] {
  return [...new Map(sessions.map((session) => [sessionId(session), session])).values()];
}

/** Judged once breaches and sessions are on the record, on what there is by then. */
async function* phasesDue({ tools: { book, now, rest } }: Round): AsyncGenerator<Wish> {
  await rest();
  const wish = phaseDue(bookForPhases(book, now), now);
  if (wish) yield wish;
}

function statesOf<State>(book: Reading, aggregateType: string): readonly State[] {
  const rows = book.read((sql) => sql.all<{ state: string }>('SELECT state FROM aggregate WHERE aggregate_type = ?', aggregateType));
  return rows.map(({ state }) => JSON.parse(state) as State);
}

/** Some milliseconds' work, after which it is everybody else's turn. */
const AT_ONCE = 20;

async function* inSlices<T>({ rest }: JobTools, items: readonly T[]): AsyncGenerator<T> {
  for (const [place, item] of items.entries()) {
    if (place % AT_ONCE === AT_ONCE - 1) await rest();
    yield item;
  }
}

const DAY_MS = 86_400_000;

/** Without an account there is no session, and nothing that could end. */
function nextSessionEnd({ tools: { now }, terms: { accounts } }: Round): Instant {
  const ends = accounts.map((clock) => tradingDayBounds(tradingDayOf(now, clock), clock).ends_at);
  return ends.reduce((first, end) => (end < first ? end : first), addMs(now, DAY_MS));
}
