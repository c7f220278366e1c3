import type { Wish } from '@taffrail/domain/conduct';
import type { Instant } from '@taffrail/domain/kernel';
import type { JobTools, Reading } from '../workspace/index.ts';
import type { Terms } from './book.ts';
import type { Changes } from './changes.ts';

/** How far a book was kept: up to which fact, and when. */
export interface Place {
  readonly seq: number;
  readonly at: Instant;
}

/** One time of bringing the record up to what the facts come to. */
export interface Round {
  readonly tools: JobTools;
  readonly terms: Terms;
  /** What has happened since it was kept last; undefined for a book that never was, of which everything is looked at. */
  readonly since: (Place & { readonly changes: Changes }) | undefined;
}

/** What one look finds missing on the record. */
export type WishesOf = (round: Round) => AsyncGenerator<Wish>;

/** Some milliseconds' work, after which it is everybody else's turn. */
const AT_ONCE = 20;

export async function* inSlices<T>({ rest }: Pick<JobTools, 'rest'>, items: readonly T[]): AsyncGenerator<T> {
  for (const [place, item] of items.entries()) {
    if (place % AT_ONCE === 0) await rest();
    yield item;
  }
}

/** What is asked for at once shares one transaction, and so one wait for the disk. */
const MOST_TOGETHER = 20;

export async function* together(wishes: AsyncIterable<Wish>): AsyncGenerator<readonly Wish[]> {
  let some: Wish[] = [];
  for await (const wish of wishes) {
    if (some.push(wish) < MOST_TOGETHER) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

export function statesOf<State>({ read }: Pick<Reading, 'read'>, aggregateType: string): readonly State[] {
  const rows = read((sql) => sql.all<{ state: string }>('SELECT state FROM aggregate WHERE aggregate_type = ?', aggregateType));
  return rows.map(({ state }) => JSON.parse(state) as State);
}
