import { z } from 'zod';
import type { CommandRule } from '../../kernel/index.ts';
import { type Account, accountFact } from '../account.ts';
import { refusals } from '../refusals.ts';

export const reopenAccountPayload = z.strictObject({});

export type ReopenAccount = z.infer<typeof reopenAccountPayload>;

export const reopenAccount: CommandRule<Account, ReopenAccount> = {
  type: 'ReopenAccount',
  aggregate: 'account',
  stance: 'edits',
  payload: reopenAccountPayload,
  decide: ({ aggregate_id, state }) =>
    state.closed ? [accountFact(aggregate_id, 'AccountReopened', {})] : refusals.account_not_closed({ account: state.name }),
};
