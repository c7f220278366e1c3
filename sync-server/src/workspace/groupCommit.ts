import { StorageFault, type Clock, type Defer, type Sql } from './ports.ts';

/** A group that has grown for so long is committed: the first in it should not wait for the last, nor the answered for the rest. */
const LONGEST_GROUP_MS = 4;

interface Waiting<Request, Result> {
  readonly request: Request;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

export interface GroupRules<Request, Result> {
  readonly sql: Sql;
  readonly defer: Defer;
  readonly clock: Clock;
  /** Does one request inside the group's transaction. */
  readonly perform: (request: Request) => Result;
  /** After the commit returned and before anyone is answered. Must not throw: what is committed is committed. */
  readonly committed: (results: readonly Result[], elapsedMs: number) => void;
  /** After a transaction was taken back, whole. */
  readonly takenBack: (fault: unknown) => void;
}

/**
 * Everything that arrives together shares one transaction, and so one fsync. Nobody is answered before it is durable.
 * A storage fault takes the whole group back and everyone in it is told. A defect in one request takes the group back
 * too, but the others are not to suffer for it: each is done again in a transaction of its own.
 */
export function groupCommit<Request, Result>(rules: GroupRules<Request, Result>) {
  const waiting: Waiting<Request, Result>[] = [];
  let scheduled = false;

  function submit(request: Request): Promise<Result> {
    return new Promise((resolve, reject) => {
      waiting.push({ request, resolve, reject });
      schedule();
    });
  }

  function schedule(): void {
    if (scheduled || waiting.length === 0) return;
    scheduled = true;
    rules.defer(flush);
  }

  function flush(): void {
    scheduled = false;
    const group: Waiting<Request, Result>[] = [];
    try {
      const results = commit(() => performTogether(group));
      for (const [index, result] of results.entries()) group[index]?.resolve(result);
    } catch (error) {
      rules.takenBack(error);
      if (error instanceof StorageFault || group.length === 0) tellEveryone(group, error);
      else for (const one of group) performAlone(one);
    }
    schedule();
  }

  function commit(work: () => Result[]): Result[] {
    const startedMs = rules.clock.elapsedMs();
    const results = rules.sql.transaction(work);
    rules.committed(results, rules.clock.elapsedMs() - startedMs);
    return results;
  }

  /** Moves requests from the waiting into the group, and does them. */
  function performTogether(group: Waiting<Request, Result>[]): Result[] {
    const endMs = rules.clock.elapsedMs() + LONGEST_GROUP_MS;
    const results: Result[] = [];
    do {
      const next = waiting.shift();
      if (!next) break;
      group.push(next);
      results.push(rules.perform(next.request));
    } while (rules.clock.elapsedMs() < endMs);
    return results;
  }

  function performAlone({ request, resolve, reject }: Waiting<Request, Result>): void {
    try {
      for (const result of commit(() => [rules.perform(request)])) resolve(result);
    } catch (error) {
      rules.takenBack(error);
      reject(error);
    }
  }

  /** Where not even a transaction could begin, the fault is everybody's who waits. */
  function tellEveryone(group: readonly Waiting<Request, Result>[], fault: unknown): void {
    for (const one of group.length > 0 ? group : waiting.splice(0)) one.reject(fault);
  }

  return { submit, isIdle: () => waiting.length === 0 && !scheduled };
}
