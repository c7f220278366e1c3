import { z } from 'zod';
import { type CommandRule, type Refusal, type Session, type World, idSchema, kernelRefusals, tradingDayOf } from '../../kernel/index.ts';
import { MOST_ACCOUNTS } from '../limits.ts';
import { refusals } from '../refusals.ts';
import { isSame } from '../same.ts';
import { type MeasuredSession, sessionFact, sessionId } from '../session.ts';
import { sessionMetricsSchema } from '../sessionMetrics.ts';

export const measureSessionPayload = z.strictObject({
  metrics: sessionMetricsSchema,
  account_ids: z.array(idSchema).min(1, 'a session has at least one account').max(MOST_ACCOUNTS).describe('Whose trades were counted'),
});

export type MeasureSession = z.infer<typeof measureSessionPayload>;

/** As much as is looked at of an account. */
type AccountClock = Session & { readonly currency: string };

export const measureSession: CommandRule<MeasuredSession | undefined, MeasureSession> = {
  type: 'MeasureSession',
  aggregate: 'trading_session',
  stance: 'puts',
  payload: measureSessionPayload,
  reads: ({ payload }) => payload.account_ids.map((aggregate_id) => ({ aggregate_type: 'account', aggregate_id })),
  decide({ aggregate_id, state, payload }, world) {
    const { metrics } = payload;
    const expected = sessionId(metrics);
    if (aggregate_id !== expected) return refusals.session_id_differs({ session_id: aggregate_id, expected_id: expected });
    const problem = accountsProblem(payload, world);
    if (problem) return problem;
    if (state && isSame(sessionMetricsSchema, state.metrics, metrics))
      return refusals.session_unchanged({ session_date: metrics.session_date });
    return [sessionFact(metrics)];
  },
};

/** A day has begun where it has begun in any of the accounts. */
function accountsProblem({ metrics: { session_date, currency }, account_ids }: MeasureSession, world: World): Refusal | undefined {
  let latest = '';
  for (const id of account_ids) {
    const account = world.read<AccountClock>('account', id);
    if (account === undefined) return kernelRefusals.not_found({ noun: 'account', id });
    if (account.currency !== currency) {
      return refusals.account_of_another_currency({ account_id: id, account_currency: account.currency, currency });
    }
    const today = tradingDayOf(world.now, account);
    if (today > latest) latest = today;
  }
  return session_date > latest ? refusals.session_in_the_future({ session_date, today: latest }) : undefined;
}
