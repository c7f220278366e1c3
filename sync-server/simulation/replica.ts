import { evolve, isAfter, type AggregateRef, type Context, type Instant, type Versioned } from '@taffrail/domain/kernel';
import type { Event } from '@taffrail/sync';
import { refKey } from './outlook.ts';

export interface Place {
  readonly logId: string;
  readonly seq: number;
}

export interface SnapshotPage {
  readonly log_id: string;
  readonly cursor: number;
  readonly aggregates: readonly (AggregateRef & Versioned)[];
  readonly next_after: string | null;
}

/** A device's copy of the book: states, and the place in the log they have been brought to. */
export interface Replica {
  readonly states: ReadonlyMap<string, Versioned>;
  readonly place: Place | undefined;
  /** A snapshot is read in pages, and a later one may rest on what was recorded behind the first: until that has been followed, some of it is missing. */
  readonly isWhole: boolean;
  /** When the newest fact it has seen was recorded. */
  readonly latest: Instant;
  /** Brings the copy forward. What cannot be the log's next facts is a lie of the server, and told. */
  fold(events: readonly Event[]): void;
  begin(pages: readonly SnapshotPage[]): void;
  forget(): void;
}

export function openReplica(contexts: readonly Context[], fail: (what: string) => void, changed: () => void): Replica {
  const states = new Map<string, Versioned>();
  let place: Place | undefined;
  let wholeFrom = 0;
  let latest: Instant = '';

  function foldOne(event: Event): void {
    const key = refKey(event);
    const current = states.get(key);
    const version = current?.version ?? 0;
    // A snapshot may be newer than the place it is followed from.
    if (event.aggregate_version <= version) return;
    if (event.aggregate_version !== version + 1) return fail(`${key} jumps from version ${version} to ${event.aggregate_version}`);
    states.set(key, evolve(contexts, current, event));
  }

  return {
    states,
    get place() {
      return place;
    },
    get isWhole() {
      return (place?.seq ?? wholeFrom) >= wholeFrom;
    },
    get latest() {
      return latest;
    },
    fold(events) {
      if (events.length > 0) changed();
      for (const event of events) {
        if (!place) return;
        if (event.event_seq !== place.seq + 1) return fail(`the log goes on at ${event.event_seq} behind ${place.seq}`);
        foldOne(event);
        place = { logId: place.logId, seq: event.event_seq };
        if (isAfter(event.recorded_at, latest)) latest = event.recorded_at;
      }
    },
    begin(pages) {
      const [first] = pages;
      if (!first) return;
      changed();
      states.clear();
      for (const { version, state, ...ref } of pages.flatMap(({ aggregates }) => aggregates)) states.set(refKey(ref), { version, state });
      place = { logId: first.log_id, seq: first.cursor };
      wholeFrom = Math.max(...pages.map(({ cursor }) => cursor));
    },
    forget() {
      changed();
      states.clear();
      place = undefined;
    },
  };
}
