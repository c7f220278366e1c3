import type { Fact, Instant, SettledFact } from '@taffrail/domain/kernel';
import { appendFact, appendFacts, readFacts, readHead, type Cause } from './factLog.ts';
import type { Head, Ids, Sha256, Sql } from './ports.ts';

/** Streams mostly ask for what was just written; this many facts are answered without the database. */
const RECENT_FACTS = 1_000;

/** The growing end of the log: what the running transaction has appended, and what was committed last. */
export interface Tail {
  readonly head: Head;
  /** When the last fact was recorded, staged ones included. */
  readonly recordedAt: Instant | undefined;
  append(settled: readonly SettledFact[], cause: Cause): readonly Fact[];
  /** Facts of another book, which have their places already: from the first. */
  appendStamped(facts: readonly Fact[]): void;
  /** The transaction holds: what it appended is now the log. Says whether that was anything. */
  keep(): boolean;
  takeBack(): void;
  facts(after: number, limit: number): readonly Fact[];
}

export function openTail(sql: Sql, ids: Ids, sha256: Sha256): Tail {
  let head = readHead(sql);
  let stagedHead = head;
  let staged: Fact[] = [];
  let recent: Fact[] = [];
  let recordedAt = head.seq > 0 ? readFacts(sql, head.seq - 1, 1)[0]?.recorded_at : undefined;

  return {
    get head() {
      return head;
    },
    get recordedAt() {
      return staged.at(-1)?.recorded_at ?? recordedAt;
    },
    append(settled, cause) {
      const appended = appendFacts(sql, stagedHead, settled, cause, ids, sha256);
      stagedHead = appended.head;
      staged.push(...appended.facts);
      return appended.facts;
    },
    appendStamped(facts) {
      for (const fact of facts) stagedHead = appendFact(sql, stagedHead, fact, sha256);
      staged = [...staged, ...facts];
    },
    keep() {
      if (staged.length === 0) return false;
      head = stagedHead;
      recordedAt = staged.at(-1)?.recorded_at;
      recent = [...recent, ...staged].slice(-RECENT_FACTS);
      staged = [];
      return true;
    },
    takeBack() {
      stagedHead = head;
      staged = [];
    },
    facts(after, limit) {
      const oldest = recent[0];
      if (!oldest || after < oldest.event_seq - 1) return readFacts(sql, after, limit);
      const from = after - oldest.event_seq + 1;
      return recent.slice(from, from + limit);
    },
  };
}
