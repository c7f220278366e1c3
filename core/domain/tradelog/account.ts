import { z } from 'zod';
import {
  type Aggregate,
  type FoldedFact,
  type Id,
  type NewFact,
  asJson,
  currencySchema,
  idSchema,
  lineSchema,
  percentSchema,
  sessionStartSchema,
  zoneSchema,
} from '../kernel/index.ts';
import { LONGEST_NAME } from './limits.ts';

/** Where trades are booked: its currency is the currency of all amounts in it, its clock says which day a fill belongs to. */
export const accountSchema = z.strictObject({
  id: idSchema,
  name: lineSchema(LONGEST_NAME).meta({ description: 'What you call it', examples: ['Main'] }),
  broker: lineSchema(LONGEST_NAME).meta({ description: 'Where it is held', examples: ['Paper'] }),
  currency: currencySchema.describe('Of every amount in it; cannot change'),
  zone: zoneSchema.describe('Says, with the session start, which trading day a fill belongs to'),
  session_start: sessionStartSchema.describe('After 12:00 it opens the next day, as an evening session does'),
  account_max_risk_pct: percentSchema.nullable().describe('The most one trade may risk, in percent of the account'),
  closed: z.boolean(),
});

export type Account = z.infer<typeof accountSchema>;

const opened = accountSchema.omit({ id: true, closed: true });

const accountFacts = {
  AccountOpened: opened,
  AccountChanged: opened.omit({ currency: true }).partial(),
  AccountClosed: z.strictObject({}),
  AccountReopened: z.strictObject({}),
};

type AccountFacts = { [Type in keyof typeof accountFacts]: z.infer<(typeof accountFacts)[Type]> };

export function accountFact<Type extends keyof AccountFacts>(accountId: Id, type: Type, payload: AccountFacts[Type]): NewFact {
  return { aggregate_type: 'account', aggregate_id: accountId, type, payload: asJson(payload) };
}

export const accountAggregate: Aggregate<Account> = { type: 'account', facts: accountFacts, evolve };

function evolve(account: Account | undefined, fact: FoldedFact): Account {
  if (fact.type === 'AccountOpened') return { id: fact.aggregate_id, ...(fact.payload as AccountFacts['AccountOpened']), closed: false };
  const known = account as Account;
  if (fact.type === 'AccountChanged') return { ...known, ...(fact.payload as Partial<Account>) };
  if (fact.type === 'AccountClosed') return { ...known, closed: true };
  return fact.type === 'AccountReopened' ? { ...known, closed: false } : known;
}
