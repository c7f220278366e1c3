import { tradingDayBounds, type Day, type Id, type Versioned } from '@taffrail/domain/kernel';
import type { Account, Position } from '@taffrail/domain/tradelog';
import type { DeviceFact, Replica } from '@taffrail/replica';

/** Something that happened on a day, with the position it happened to. */
export interface DayFact {
  readonly fact: DeviceFact;
  readonly position: Position;
}

const TOLD: ReadonlySet<string> = new Set(['PositionCreated', 'FillRecorded', 'FillCorrected', 'PositionClosed', 'PositionReopened']);

/** What happened on a trading day, by the clock of each account, in the order it happened. */
export async function dayFacts(replica: Replica, day: Day): Promise<readonly DayFact[]> {
  const accounts = await replica.states<Account>('account');
  const positions = new Map<Id, Versioned<Position> | undefined>();
  const found: DayFact[] = [];
  for (const { id, state } of accounts) {
    const { starts_at, ends_at } = tradingDayBounds(day, state);
    for (const fact of await replica.factsBetween(starts_at, ends_at)) {
      if (fact.aggregate_type !== 'position' || !TOLD.has(fact.type)) continue;
      if (!positions.has(fact.aggregate_id)) positions.set(fact.aggregate_id, await replica.state<Position>('position', fact.aggregate_id));
      const position = positions.get(fact.aggregate_id)?.state;
      if (position?.account_id === id) found.push({ fact, position });
    }
  }
  return found.toSorted((a, b) => (a.fact.occurred_at < b.fact.occurred_at ? -1 : Number(a.fact.occurred_at > b.fact.occurred_at)));
}
