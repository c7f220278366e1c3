import { positionSeen, tradeSeen } from '@taffrail/domain/conduct';
import type { AccountNow, DatedTrade } from '@taffrail/domain/discipline';
import type { Fact, Id } from '@taffrail/domain/kernel';
import type { PlaybookResponse } from '@taffrail/domain/playbooks';
import type { Position } from '@taffrail/domain/tradelog';
import type { Reading } from '../workspace/index.ts';
import { readTrades } from './seen.ts';

/** What has happened since the book was kept last, as far as it matters to rules and phases. */
export interface Changes {
  readonly positions: ReadonlySet<Id>;
  readonly rules: boolean;
  readonly phases: boolean;
  /** The clock of an account has changed, or what it allows; or so many trades have that looking at each of them is no less. */
  readonly everything: boolean;
}

const FACTS_AT_ONCE = 1_000;
const MOST_ONE_BY_ONE = 500;

export function changesSince(book: Reading, seq: number): Changes {
  const positions = new Set<Id>();
  let [rules, phases, accounts] = [false, false, false];
  for (const fact of factsAfter(book, seq)) {
    if (fact.aggregate_type === 'position') positions.add(fact.aggregate_id);
    if (fact.aggregate_type === 'playbook_response') for (const id of positionsAnswered(book, fact.aggregate_id, seq)) positions.add(id);
    if (fact.aggregate_type === 'trading_rules') rules = true;
    if (fact.type === 'AccountChanged') accounts = true;
    if (fact.aggregate_type === 'phase_progress' || fact.aggregate_type === 'phase_settings') phases = true;
  }
  return { positions, rules, phases, everything: accounts || positions.size > MOST_ONE_BY_ONE };
}

function* factsAfter(book: Reading, seq: number): Generator<Fact> {
  for (let after = seq; ;) {
    const facts = book.facts(after, FACTS_AT_ONCE);
    const last = facts.at(-1);
    if (last === undefined) return;
    yield* facts;
    after = last.event_seq;
  }
}

/** A checklist may have been taken off one trade and put to another. */
function positionsAnswered(book: Reading, id: Id, seq: number): readonly Id[] {
  const ref = { aggregate_type: 'playbook_response', aggregate_id: id };
  const responses = [book.stateAsOf(ref, seq), book.state(ref)].flatMap((found) => (found ? [found.state as PlaybookResponse] : []));
  return responses.flatMap(({ subject, position_id }) => (subject.type === 'position' ? subject.id : (position_id ?? [])));
}

/** A trade as it was and as it is: whatever it had a part in then, it may have none in now. */
export function tradesChanged(
  book: Reading,
  accounts: readonly AccountNow[],
  positions: Iterable<Id>,
  seq: number,
): { readonly before: readonly DatedTrade[]; readonly after: readonly DatedTrade[] } {
  const ids = [...positions];
  return {
    before: ids.flatMap((id) => tradeAsOf(book, accounts, id, seq)),
    after: ids.flatMap((id) => book.read((sql) => readTrades(sql, accounts, { id }))),
  };
}

/** What was answered about it then makes no difference to the days it counted on. */
function tradeAsOf(book: Reading, accounts: readonly AccountNow[], id: Id, seq: number): readonly DatedTrade[] {
  const position = book.stateAsOf({ aggregate_type: 'position', aggregate_id: id }, seq)?.state as Position | undefined;
  const account = accounts.find((each) => each.id === position?.account_id);
  const trade = position && account && tradeSeen(positionSeen(position), [], account);
  return trade ? [trade] : [];
}
