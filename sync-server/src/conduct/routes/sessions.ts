import { measuring, metricsOf } from '@taffrail/domain/conduct';
import { sessionId } from '@taffrail/domain/discipline';
import { currencySchema, daySchema, type Day } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { findSession, sessionShape, sessionView } from '../../discipline/index.ts';
import { defineRoute, dispatch, type Caller, type DoorAnswer, type Route } from '../../http/index.ts';
import { termsIn } from '../book.ts';
import { doorRefusals } from '../refusals.ts';
import { readTradesOf } from '../seen.ts';

const measure = defineRoute({
  method: 'POST',
  path: '/api/metrics/sessions/:day/measure',
  summary: 'Measure a trading day now',
  description: 'A day is measured by itself once it is over; this shows how it stands until then. A day that has not begun is refused.',
  tag: 'Discipline',
  who: 'member',
  params: z.object({ day: daySchema }),
  query: z.object({ currency: currencySchema.optional().describe('All there are accounts in when left out') }),
  answers: [
    { status: 200, description: 'The sessions of the day, one for each currency', schema: z.object({ sessions: z.array(sessionShape) }) },
  ],
  door: (asked) => measured(asked, asked.params.day, asked.query.currency),
});

export const sessionRoutes: readonly Route[] = [measure];

async function measured(caller: Caller, day: Day, wanted: string | undefined): Promise<DoorAnswer> {
  const { workspace } = caller;
  const terms = termsIn(workspace);
  const currencies = new Set(terms.accounts.map(({ currency }) => currency).filter((currency) => (wanted ?? currency) === currency));
  if (wanted !== undefined && currencies.size === 0) return doorRefusals.no_account_in({ currency: wanted });
  const trades = workspace.read((sql) => readTradesOf(sql, terms.accounts, { scope: 'day', key: day }));
  for (const currency of currencies) {
    const wish = measuring(metricsOf({ session_date: day, currency }, trades, terms), terms);
    // Each is a command of its own, so none of them may have the key of the request.
    const answer = await dispatch({ ...caller, headers: {} }, { ...wish, payload: wish.payload as object });
    if (answer.outcome === 'refused' && answer.code !== 'session_unchanged') return answer;
  }
  const sessions = [...currencies]
    .toSorted()
    .flatMap((currency) => findSession(workspace, sessionId({ session_date: day, currency }))?.state ?? []);
  return { status: 200, body: { sessions: sessions.map(sessionView) } };
}
