import { tradingDayBounds, type Day, type Id, type Versioned } from '@taffrail/domain/kernel';
import type { Account, Position, PositionFacts } from '@taffrail/domain/tradelog';
import type { DeviceFact, Replica } from '@taffrail/replica';

/** Something that happened on a day, with the position it happened to. */
export interface DayFact {
  readonly fact: DeviceFact;
  readonly position: Position;
  /** Voided since: kept in sight, no longer in force. */
  readonly undone: boolean;
}

const TOLD: ReadonlySet<string> = new Set(['PositionCreated', 'FillRecorded', 'FillCorrected', 'PositionClosed', 'PositionReopened']);

/** What happened on a trading day, by the clock of each account, in the order it happened. What was filled as it was written down was not planned first. */
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
      if (position?.account_id === id) found.push({ fact, position, undone: isVoided(fact, position) });
    }
  }
  const filledAtOnce = new Set(found.flatMap(({ fact }) => (fact.type === 'FillRecorded' ? [fact.command_id] : [])));
  return found
    .filter(({ fact }) => fact.type !== 'PositionCreated' || !filledAtOnce.has(fact.command_id))
    .toSorted((a, b) => (a.fact.occurred_at < b.fact.occurred_at ? -1 : Number(a.fact.occurred_at > b.fact.occurred_at)));
}

function isVoided({ type, payload }: DeviceFact, { fills }: Position): boolean {
  if (type !== 'FillRecorded') return false;
  const { fill_id } = payload as unknown as PositionFacts['FillRecorded'];
  return fills.some(({ id, voided }) => id === fill_id && voided);
}
