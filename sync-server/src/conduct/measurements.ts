import { type SessionOf, type Wish, sessionDue, sessionsOf, tradesByPeriod } from '@taffrail/domain/conduct';
import { type DatedTrade, type MeasuredSession, sessionId } from '@taffrail/domain/discipline';
import { type Day, addMs } from '@taffrail/domain/kernel';
import { tradesChanged } from './changes.ts';
import { type Round, inSlices, statesOf } from './round.ts';
import { readTrades, readTradesOf } from './seen.ts';

export async function* measurementsDue(round: Round): AsyncGenerator<Wish> {
  const { tools, terms } = round;
  const { book, now } = tools;
  const { sessions, dayOf } = sessionsToLookAt(round);
  const dayNow = (day: Day): readonly DatedTrade[] => book.read((sql) => readTradesOf(sql, terms.accounts, { scope: 'day', key: day }));
  for await (const session of inSlices(tools, distinct(sessions))) {
    const dueBy = (tradesOf: typeof dayNow): Wish | null => {
      const ref = { aggregate_type: 'trading_session', aggregate_id: sessionId(session) };
      const measured = book.state(ref)?.state as MeasuredSession | undefined;
      return sessionDue(session, tradesOf(session.session_date), terms, measured?.metrics, now);
    };
    const wish = dueBy(dayOf ?? dayNow) && dueBy(dayNow);
    if (wish) yield wish;
  }
}

interface Sessions {
  readonly sessions: readonly SessionOf[];
  /** The trades of a day, where all of them have been read already. */
  readonly dayOf?: (day: Day) => readonly DatedTrade[];
}

/** Wherever its accounts are, a session is over so much after the last trade in it was opened or closed. */
const LONGEST_UNTIL_OVER_MS = 4 * 86_400_000;

function sessionsToLookAt({ tools: { book }, terms: { accounts }, since }: Round): Sessions {
  if (since === undefined || since.changes.rules || since.changes.phases || since.changes.everything) {
    const measured = statesOf<MeasuredSession>(book, 'trading_session').map(({ metrics }) => metrics);
    const trades = book.read((sql) => readTrades(sql, accounts));
    const tradesOf = tradesByPeriod(trades);
    const sessions = [...trades.flatMap((trade) => sessionsOf(trade, accounts)), ...measured];
    return { sessions, dayOf: (key) => tradesOf({ scope: 'day', key }) };
  }
  const { before, after } = tradesChanged(book, accounts, since.changes.positions, since.seq);
  const ended = book.read((sql) => readTrades(sql, accounts, { since: addMs(since.at, -LONGEST_UNTIL_OVER_MS) }));
  return { sessions: [...before, ...after, ...ended].flatMap((trade) => sessionsOf(trade, accounts)) };
}

function distinct(sessions: readonly SessionOf[]): readonly SessionOf[] {
  return [...new Map(sessions.map((session) => [`${session.session_date} ${session.currency}`, session])).values()];
}
