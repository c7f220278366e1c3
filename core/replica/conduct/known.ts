import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import { groundOf, tradeSeen, type Book } from '@taffrail/domain/conduct';
import { TRADING_RULES_ID, type DatedTrade, type RulesOverTime } from '@taffrail/domain/discipline';
import { msOf, type Id, type Instant, type Versioned } from '@taffrail/domain/kernel';
import { phaseProgressId, phaseSettingsId, standingOf, type PhaseProgress, type Settings, type Standing } from '@taffrail/domain/phases';
import type { Account } from '@taffrail/domain/tradelog';
import type { Replica } from '../replica.ts';
import type { Live } from '../views/live.ts';
import type { PositionRow } from '../views/positionRow.ts';
import type { ResponseRow } from '../views/responseRow.ts';

/** What this device knows of a book where rules and phases are concerned; undefined until it is read. */
export interface Known {
  readonly trades: ReadonlySignal<readonly DatedTrade[] | undefined>;
  readonly terms: ReadonlySignal<Terms | undefined>;
  readonly book: ReadonlySignal<Book | undefined>;
  readonly standing: ReadonlySignal<Standing | undefined>;
  /** Now, from one minute to the next. */
  readonly minute: ReadonlySignal<Instant>;
}

/** What was said once and holds. */
export interface Terms {
  readonly accounts: readonly Account[];
  readonly rules: Versioned<RulesOverTime> | undefined;
  readonly progress: Versioned<PhaseProgress> | undefined;
  readonly settings: Versioned<Settings> | undefined;
}

const knownOf = new WeakMap<Replica, Known>();

/** One for each book, however many ask: what everybody looks at is worked out once. */
export function known(replica: Replica): Known {
  const found = knownOf.get(replica) ?? openKnown(replica);
  knownOf.set(replica, found);
  return found;
}

function openKnown(replica: Replica): Known {
  const positions = replica.rows<PositionRow>('positions');
  const responses = replica.rows<ResponseRow>('responses');
  const read = replica.live(['account', 'trading_rules', 'phase_progress', 'phase_settings'], () => readTerms(replica));
  const minute = minuteBy(replica.now);
  const terms = computed(() => valueOf(read.value));
  const trades = computed(() => {
    const [all, answered, accounts] = [positions.value, responses.value, terms.value?.accounts];
    return all && answered && accounts && tradesSeen([...all.values()], [...answered.values()], accounts);
  });
  const book = computed(() => (terms.value && trades.value ? bookOf(terms.value, trades.value) : undefined));
  const standing = computed(() => book.value && standingOf(groundOf(book.value), minute.value));
  return { trades, terms, book, standing, minute };
}

async function readTerms(replica: Replica): Promise<Terms> {
  const [accounts, rules, progress, settings] = await Promise.all([
    replica.states<Account>('account'),
    replica.state<RulesOverTime>('trading_rules', TRADING_RULES_ID),
    replica.state<PhaseProgress>('phase_progress', phaseProgressId),
    replica.state<Settings>('phase_settings', phaseSettingsId),
  ]);
  return { accounts: accounts.map(({ state }) => state), rules, progress, settings };
}

const valueOf = <T>(live: Live<T>): T | undefined => (live.status === 'ready' ? live.value : undefined);

function tradesSeen(
  positions: readonly PositionRow[],
  responses: readonly ResponseRow[],
  accounts: readonly Account[],
): readonly DatedTrade[] {
  const accountOf = new Map<Id, Account>(accounts.map((account) => [account.id, account]));
  const answersTo = Map.groupBy(responses, ({ position_id }) => position_id);
  return positions.flatMap((position) => {
    const account = accountOf.get(position.account_id);
    return (account && tradeSeen(position, answersTo.get(position.id) ?? [], account)) ?? [];
  });
}

function bookOf({ accounts, rules, progress, settings }: Terms, trades: readonly DatedTrade[]): Book {
  return { accounts, trades, rules: rules?.state, progress: progress?.state, settings: settings?.state };
}

const MINUTE_MS = 60_000;

/** Runs only while somebody looks. */
function minuteBy(now: () => Instant): ReadonlySignal<Instant> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const minute = signal(now(), { watched: () => wake(0), unwatched: () => clearTimeout(timer) });

  function wake(afterMs: number): void {
    timer = setTimeout(() => {
      minute.value = now();
      wake(MINUTE_MS - (msOf(minute.value) % MINUTE_MS));
    }, afterMs);
  }

  return minute;
}
