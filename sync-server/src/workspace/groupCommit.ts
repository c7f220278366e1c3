import { StorageFault, type Clock, type Defer, type Sql } from './ports.ts';

/** More than this in one transaction would make the first of them wait too long for the last. */
const MOST_IN_A_GROUP = 256;

interface Waiting<Request, Result> {
  readonly request: Request;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

type Outcome<Result> = { readonly result: Result } | { readonly error: unknown };

export interface GroupRules<Request, Result> {
  readonly sql: Sql;
  readonly defer: Defer;
  readonly clock: Clock;
  /** Does one request inside the group's transaction. What it throws is its own: the others go on. */
  readonly perform: (request: Request) => Result;
  /** After the commit returned and before anyone is answered. */
  readonly committed: (results: readonly Result[], elapsedMs: number) => void;
  /** After the group was taken back as a whole. */
  readonly takenBack: (fault: unknown) => void;
}

/**
 * Everything that arrives together shares one transaction, and so one fsync. Nobody is answered before it is durable;
 * a storage fault takes the whole group back and everyone in it is told.
 */
export function groupCommit<Request, Result>(rules: GroupRules<Request, Result>) {
  let waiting: Waiting<Request, Result>[] = [];
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
    const group = waiting.slice(0, MOST_IN_A_GROUP);
    waiting = waiting.slice(MOST_IN_A_GROUP);
    commit(group);
    schedule();
  }

  function commit(group: readonly Waiting<Request, Result>[]): void {
    const startedMs = rules.clock.elapsedMs();
    let outcomes: Outcome<Result>[];
    try {
      outcomes = rules.sql.transaction(() => group.map(({ request }) => performOne(request)));
    } catch (fault) {
      rules.takenBack(fault);
      for (const one of group) one.reject(fault);
      return;
    }
    const results = outcomes.flatMap((outcome) => ('result' in outcome ? [outcome.result] : []));
    rules.committed(results, rules.clock.elapsedMs() - startedMs);
    group.forEach(({ resolve, reject }, index) => {
      const outcome = outcomes[index];
      if (outcome && 'result' in outcome) resolve(outcome.result);
      else reject(outcome?.error);
    });
  }

  function performOne(request: Request): Outcome<Result> {
    try {
      return { result: rules.perform(request) };
    } catch (error) {
      if (error instanceof StorageFault) throw error;
      return { error };
    }
  }

  return { submit, isIdle: () => waiting.length === 0 && !scheduled };
}
