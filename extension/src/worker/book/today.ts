import { verdictNow } from '@taffrail/domain/conduct';
import type { Verdict } from '@taffrail/domain/discipline';
import type { Account } from '@taffrail/domain/tradelog';
import { known, type Replica } from '@taffrail/replica';
import { lastAccount } from './lastAccount.ts';

/** What may be done now, before anything is meant to be; undefined while there is nothing to say it of. */
export function verdictOfToday(replica: Replica): { readonly account: Account; readonly verdict: Verdict } | undefined {
  const { book, minute, terms } = known(replica);
  const accounts = (terms.value?.accounts ?? []).filter(({ closed }) => !closed);
  const account = accounts.find(({ id }) => id === lastAccount.value) ?? accounts[0];
  if (book.value === undefined || account === undefined) return undefined;
  const verdict = verdictNow(book.value, { now: minute.value, account, intended: null, grade_cap_pct: null, halts: [] });
  return { account, verdict };
}
