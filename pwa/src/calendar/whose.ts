import type { Breach, DatedTrade } from '@taffrail/domain/discipline';
import type { Id } from '@taffrail/domain/kernel';
import type { Account } from '@taffrail/domain/tradelog';

/** Whose days are shown: all accounts of one currency, since only their money adds up, or one of them. */
export interface Whose {
  /** As the address has it: a currency, or the id of an account. */
  readonly key: string;
  readonly currency: string;
  /** Of the one account; null for all of the currency. */
  readonly name: string | null;
  readonly account_ids: ReadonlySet<Id>;
}

/** All of a currency first, then each of them, where there is more than one. */
export function whoseIn(accounts: readonly Account[]): readonly Whose[] {
  const byCurrency = Map.groupBy(accounts, ({ currency }) => currency);
  return [...byCurrency]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([currency, own]): readonly Whose[] => {
      const all = { key: currency, currency, name: null, account_ids: new Set(own.map(({ id }) => id)) };
      return own.length === 1 ? [all] : [all, ...own.map(({ id, name }) => ({ key: id, currency, name, account_ids: new Set([id]) }))];
    });
}

/** What the address asks for; otherwise the currency that is traded most. */
export function chosenOf(choices: readonly Whose[], key: string, trades: readonly DatedTrade[]): Whose | undefined {
  const asked = choices.find((choice) => choice.key === key);
  if (asked !== undefined) return asked;
  const counts = Map.groupBy(trades, ({ currency }) => currency);
  const all = choices.filter(({ name }) => name === null);
  return all.toSorted((a, b) => (counts.get(b.currency)?.length ?? 0) - (counts.get(a.currency)?.length ?? 0))[0];
}

export function tradesOf({ account_ids }: Whose, trades: readonly DatedTrade[]): readonly DatedTrade[] {
  return trades.filter(({ account_id }) => account_ids.has(account_id));
}

/** A rule over all accounts is broken where any trade of these was part of it. */
export function breachesOf({ account_ids, currency }: Whose, breaches: readonly Breach[], own: readonly DatedTrade[]): readonly Breach[] {
  const ids = new Set(own.map(({ position_id }) => position_id));
  return breaches.filter(({ finding }) => {
    if (finding.account_id !== null) return account_ids.has(finding.account_id);
    if (finding.currency !== null && finding.currency !== currency) return false;
    return finding.position_ids.length === 0 || finding.position_ids.some((id) => ids.has(id));
  });
}
