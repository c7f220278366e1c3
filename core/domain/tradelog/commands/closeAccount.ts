import { z } from 'zod';
import type { CommandRule } from '../../kernel/index.ts';
import { type Account, accountFact } from '../account.ts';
import { refusals } from '../refusals.ts';

export const closeAccountPayload = z.strictObject({});

export type CloseAccount = z.infer<typeof closeAccountPayload>;

/** What is open in the account stays and can be traded out of; only new positions are refused. */
export const closeAccount: CommandRule<Account, CloseAccount> = {
  type: 'CloseAccount',
  aggregate: 'account',
  stance: 'edits',
  payload: closeAccountPayload,
  decide: ({ aggregate_id, state }) =>
    state.closed ? refusals.account_closed({ account: state.name }) : [accountFact(aggregate_id, 'AccountClosed', {})],
};
