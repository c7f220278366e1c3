import { type SessionOf, type Wish, sessionDue, sessionsOf } from '@taffrail/domain/conduct';
import { type MeasuredSession, sessionId } from '@taffrail/domain/discipline';
import { addMs } from '@taffrail/domain/kernel';
import { tradesChanged } from './changes.ts';
import { type Round, inSlices, statesOf } from './round.ts';
import { readTrades, readTradesOf } from './seen.ts';

export async function* measurementsDue(round: Round): AsyncGenerator<Wish> {
  const { tools, terms } = round;
  const { book, now } = tools;
  for await (const session of inSlices(tools, distinct(sessionsToLookAt(round)))) {
    const day = book.read((sql) => readTradesOf(sql, terms.accounts, { scope: 'day', key: session.session_date }));
    const ref = { aggregate_type: 'trading_session', aggregate_id: sessionId(session) };
    const measured = book.state(ref)?.state as MeasuredSession | undefined;
    const wish = sessionDue(session, day, terms, measured?.metrics, now);
    if (wish) yield wish;
  }
}

/** Wherever its accounts are, a session is over so much after the last trade in it was opened or closed. */
const LONGEST_UNTIL_OVER_MS = 4 * 86_400_000;

function sessionsToLookAt({ tools: { book }, terms: { accounts }, since }: Round): readonly SessionOf[] {
  if (since === undefined || since.changes.rules || since.changes.phases || since.changes.everything) {
    const measured = statesOf<MeasuredSession>(book, 'trading_session').map(({ metrics }) => metrics);
    return [...book.read((sql) => readTrades(sql, accounts)).flatMap((trade) => sessionsOf(trade, accounts)), ...measured];
  }
  const { before, after } = tradesChanged(book, accounts, since.changes.positions, since.seq);
  const ended = book.read((sql) => readTrades(sql, accounts, { since: addMs(since.at, -LONGEST_UNTIL_OVER_MS) }));
  return [...before, ...after, ...ended].flatMap((trade) => sessionsOf(trade, accounts));
}

function distinct(sessions: readonly SessionOf[]): readonly SessionOf[] {
  return [...new Map(sessions.map((session) => [`${session.session_date} ${session.currency}`, session])).values()];
}
