import type { z } from 'zod';
import type { CommandRule } from '../../kernel/index.ts';
import { type Account, accountFact, accountSchema } from '../account.ts';
import { refusals } from '../refusals.ts';

export const changeAccountPayload = accountSchema.omit({ id: true, closed: true }).partial();

export type ChangeAccount = z.infer<typeof changeAccountPayload>;

export const changeAccount: CommandRule<Account, ChangeAccount> = {
  type: 'ChangeAccount',
  aggregate: 'account',
  stance: 'edits',
  payload: changeAccountPayload,
  decide: ({ aggregate_id, state, payload: { currency, ...wanted } }) => {
    if (currency !== undefined && currency !== state.currency) {
      return refusals.account_currency_fixed({ account: state.name, currency: state.currency });
    }
    const changes = Object.entries(wanted).filter(([field, value]) => value !== state[field as keyof Account]);
    if (changes.length === 0) return refusals.nothing_to_change();
    return [accountFact(aggregate_id, 'AccountChanged', Object.fromEntries(changes))];
  },
};
