import { z } from 'zod';
import type { CommandRule } from '../../kernel/index.ts';
import { type Account, accountFact, accountSchema } from '../account.ts';

const { name, broker, currency, zone, session_start, account_max_risk_pct } = accountSchema.shape;

export const openAccountPayload = z.strictObject({
  name,
  broker,
  currency,
  zone,
  session_start: session_start.default('00:00'),
  account_max_risk_pct: account_max_risk_pct.default(null),
});

export type OpenAccount = z.infer<typeof openAccountPayload>;

export const openAccount: CommandRule<Account, OpenAccount> = {
  type: 'OpenAccount',
  aggregate: 'account',
  stance: 'creates',
  payload: openAccountPayload,
  decide: ({ aggregate_id, payload }) => [accountFact(aggregate_id, 'AccountOpened', payload)],
};
