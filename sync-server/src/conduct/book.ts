import type { Book } from '@taffrail/domain/conduct';
import { TRADING_RULES_ID, reachOf, type RulesOverTime } from '@taffrail/domain/discipline';
import { addMs, type Id, type Instant } from '@taffrail/domain/kernel';
import { phaseProgressId, phaseSettingsId, type PhaseProgress, type Settings } from '@taffrail/domain/phases';
import type { Account } from '@taffrail/domain/tradelog';
import type { BookNow } from '../workspace/index.ts';
import { type Which, around, readTrades } from './seen.ts';

/** Everything that rules and phases see of a book, but for its trades. */
export type Terms = Omit<Book, 'trades' | 'accounts'> & { readonly accounts: readonly Account[] };

export type BookSeen = Book & Terms;

export function termsIn(book: BookNow): Terms {
  return {
    accounts: accountsIn(book),
    rules: stateOf<RulesOverTime>(book, 'trading_rules', TRADING_RULES_ID),
    progress: stateOf<PhaseProgress>(book, 'phase_progress', phaseProgressId),
    settings: stateOf<Settings>(book, 'phase_settings', phaseSettingsId),
  };
}

function accountsIn({ read }: BookNow): readonly Account[] {
  const rows = read((sql) =>
    sql.all<{ state: string }>("SELECT state FROM aggregate WHERE aggregate_type = 'account' ORDER BY aggregate_id"),
  );
  return rows.map(({ state }) => JSON.parse(state) as Account);
}

function stateOf<State>(book: BookNow, aggregate_type: string, aggregate_id: Id): State | undefined {
  return book.state({ aggregate_type, aggregate_id })?.state as State | undefined;
}

export function withTrades({ read }: Pick<BookNow, 'read'>, terms: Terms, which: Which = {}): BookSeen {
  return { ...terms, trades: read((sql) => readTrades(sql, terms.accounts, which)) };
}

/** With the trades that phases rest on. */
export function bookForPhases(book: BookNow, now: Instant): BookSeen {
  const terms = termsIn(book);
  const since = phasesSince(terms, now);
  return withTrades(book, terms, since === null ? {} : { since });
}

/** No session lasts longer, however many holidays follow each other. */
const LONGEST_SESSION_MS = 10 * 86_400_000;

/** The present stay, and the session that lasts; null for everything there is. */
function phasesSince({ progress }: Terms, now: Instant): Instant | null {
  const since = progress?.since ?? null;
  return since === null ? null : earlier(since, addMs(now, -LONGEST_SESSION_MS));
}

/** With the trades that a verdict rests on: those that the rules of the account look back to, and those of the phase once one has begun. */
export function bookForVerdict(book: BookNow, account: Account, now: Instant): BookSeen {
  const terms = termsIn(book);
  const first = reachOf(now, account, terms.rules);
  const reach = around({ first, last: first }).from;
  const phases = terms.progress === undefined ? reach : phasesSince(terms, now);
  return withTrades(book, terms, phases === null ? {} : { since: earlier(reach, phases) });
}

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);
