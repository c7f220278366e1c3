import type { AggregateRef, Command, Context, Instant, Versioned } from '@taffrail/domain/kernel';
import type { Answer } from './answer.ts';
import { openDecider, type Unmet } from './decider.ts';
import { notFromOutside, unmetBy } from './preconditions.ts';
import { lastSeqOf, readFactsOf } from './factLog.ts';
import { foldFacts } from './fold.ts';
import { groupCommit } from './groupCommit.ts';
import { openIntake, type Intake } from './intake.ts';
import { openJobRunner } from './jobRunner.ts';
import { nextDue, rememberFor, requestJob, startStandingJobs } from './jobs.ts';
import { StorageFault, type Blobs, type Head, type ReadSql, type Sql, type WorkspacePorts } from './ports.ts';
import { prepareBook } from './prepareBook.ts';
import type { Reading } from './reading.ts';
import type { JobHandler, JobRequest, JobTools, ServerContext } from './serverContext.ts';
import { openSecrets, type Secrets } from './secrets.ts';
import { openStates } from './states.ts';
import { openTail } from './tail.ts';

/** One trader's whole book: decides commands, keeps their facts, wakes for what falls due. */
export interface Workspace extends Reading {
  /** Changes when the book is restored or imported: a cursor from before means nothing after. */
  readonly logId: string;
  /** The clock that everything here is stamped with. */
  now(): Instant;
  /** Resolves once the answer is durable. Rejects only where nothing was decided: storage faults and defects. */
  submit(command: Command, actor: string): Promise<Answer>;
  /** Several commands of one device, in order, and from outside: what only the server itself may send is refused. */
  submitInOrder(commands: readonly Command[], actor: string): Promise<Answer[]>;
  /** The files that facts speak of. A file is written before the fact that does. */
  readonly blobs: Blobs;
  readonly secrets: Secrets;
  /** Calls back after each commit that appended facts. Returns how to stop. */
  onCommit(listener: () => void): () => void;
  /**
   * Writes what is not a fact, such as documents, in the same transaction as the commands that arrived with it. Resolves once it is
   * durable. `work` may be done twice, when something else spoilt the first transaction, so it changes nothing but the tables.
   */
  transact<T>(work: (sql: Sql) => T): Promise<T>;
  readonly intake: Intake;
  /** For work that no fact asks for; a context's jobs follow from its facts. */
  requestJob(request: JobRequest): void;
  /** Runs what is due. The host calls it when the alarm rings; it resolves when nothing is due any more. */
  wake(): Promise<void>;
  /** Keeps the book from being closed as idle. Called back where it is closed all the same. Returns how to let it go. */
  stayOpen(closing: () => void): () => void;
  /** Whoever follows is told at once, by finding that nothing can be read here any more. */
  close(): void;
  /** Nothing queued and nothing running: closing now loses nobody's answer. */
  isSettled(): boolean;
  /** Settled, and nobody follows it. */
  isIdle(): boolean;
}

export interface WorkspaceOptions {
  readonly contexts: readonly ServerContext[];
  readonly ports: WorkspacePorts;
  /** Jobs of the host itself, such as backups. */
  readonly hostJobs: { readonly [kind: string]: JobHandler };
  readonly observer: Observer;
}

export interface Observer {
  committed(answers: readonly Answer[], elapsedMs: number): void;
  /** A whole group was taken back. Each of its callers is told as well, so this is for counting, not for logging. */
  takenBack(fault: unknown): void;
  /** Nobody else hears of this one. */
  failed(what: string, error: unknown): void;
}

/** What one request of a group came to. */
interface Done {
  readonly answers: Answer[];
}

/** The log ends before a fact that was acknowledged. Serving on would bury the loss under new facts. */
export class LogCutShort extends Error {
  override readonly name = 'LogCutShort';
}

export function openWorkspace({ contexts, ports, hostJobs, observer }: WorkspaceOptions): Workspace {
  const { sql, clock, ids, sha256, alarm, blobs } = ports;
  const logId = prepareBook(sql, contexts, ids.next);
  const domain = contexts.map(({ context }) => context);
  const states = openStates(sql);
  const tail = openTail(sql, ids, sha256);
  const decider = openDecider({ contexts, sql, clock, sha256, states, tail });
  const listeners = new Set<() => void>();
  const guests = new Set<() => void>();
  let closed = false;
  const witnessed = ports.head.read();
  assertNothingLost(witnessed, tail.head);
  // The witness is not forced to disk: a power cut early in a book's life can take all it ever saw, which is no finding.
  if (!witnessed && tail.head.seq > 0) ports.head.write(tail.head);

  const group = groupCommit<() => Done, Done>({
    sql,
    defer: ports.defer,
    clock,
    perform: (work) => work(),
    committed(done, elapsedMs) {
      states.keep();
      if (tail.keep()) publish();
      observer.committed(
        done.flatMap(({ answers }) => answers),
        elapsedMs,
      );
    },
    takenBack(fault) {
      tail.takeBack();
      states.takeBack();
      observer.takenBack(fault);
    },
  });

  function publish(): void {
    afterwards('the head could not be noted outside the book', () => ports.head.write(tail.head));
    afterwards('the alarm could not be set', () => alarm.set(nextDue(sql)));
    for (const listener of listeners) afterwards('somebody who follows could not be told', listener);
  }

  /** The commit holds whatever happens here, and everyone in it is owed an answer. */
  function afterwards(failure: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      observer.failed(failure, error);
    }
  }

  async function submitAll(commands: readonly Command[], actor: string, notTaken: Unmet): Promise<Answer[]> {
    const asking = unmetBy(contexts, commands, blobs);
    const unmet = asking ? new Map([...(await asking), ...notTaken]) : notTaken;
    const { answers } = await group.submit(() => ({ answers: decider.decideInOrder(commands, actor, unmet) }));
    return answers;
  }

  async function submit(command: Command, actor: string): Promise<Answer> {
    const [answer] = await submitAll([command], actor, new Map());
    if (!answer) throw new Error(`command ${command.command_id} was given no answer`);
    return answer;
  }

  const jobs = jobsIn({ contexts, ports, hostJobs, observer }, () => workspace);
  sql.transaction(() => startStandingJobs(sql, contexts, clock.now()));
  alarm.set(nextDue(sql));
  const isSettled = (): boolean => group.isIdle() && !jobs.isRunning();

  const workspace: Workspace = {
    logId,
    get lastSeq() {
      return tail.head.seq;
    },
    now: () => clock.now(),
    submit,
    submitInOrder: (commands, actor) => submitAll(commands, actor, notFromOutside(contexts, commands)),
    read: (query) => query(sql),
    blobs,
    secrets: openSecrets(ports),
    state: (ref) => states.load(ref),
    stateAsOf: (ref, seq) => (lastSeqOf(sql, ref) <= seq ? states.load(ref) : foldedUpTo(sql, domain, ref, seq)),
    historyOf: (ref) => readFactsOf(sql, ref, tail.head.seq),
    facts(after, limit) {
      if (closed) throw new StorageFault('broken', 'this book was closed');
      return tail.facts(after, limit);
    },
    stayOpen: (closing) => addTo(guests, closing),
    close() {
      closed = true;
      for (const listener of [...listeners, ...guests]) listener();
    },
    onCommit: (listener) => addTo(listeners, listener),
    transact: (work) => resultOf(group.submit, () => work(sql)),
    intake: openIntake({ sql, contexts, tail }, (work) => resultOf(group.submit, work)),
    requestJob(request) {
      sql.transaction(() => requestJob(sql, request));
      alarm.set(nextDue(sql));
    },
    wake: jobs.wake,
    isSettled,
    isIdle: () => isSettled() && listeners.size + guests.size === 0,
  };
  return workspace;
}

/** What a book does by itself. Its jobs see it as everybody else does. */
function jobsIn({ contexts, ports, hostJobs, observer }: WorkspaceOptions, bookOf: () => Workspace) {
  const { sql, clock, alarm, blobs, defer } = ports;
  return openJobRunner<JobTools>({
    sql,
    clock,
    alarm,
    defer,
    handlers: Object.assign({}, ...contexts.map((context) => context.jobs), hostJobs) as typeof hostJobs,
    toolsAt: (now, job) => ({
      now,
      blobs,
      book: bookOf(),
      rest: () => new Promise((resolve) => defer(resolve)),
      remember: (payload) => sql.transaction(() => rememberFor(sql, job, payload)),
      submit: (command) => bookOf().submit(command, 'schedule'),
    }),
    failed: observer.failed,
  });
}

/** Carries the result of some work past the group that it is done in. */
async function resultOf<T>(submit: (work: () => Done) => Promise<Done>, work: () => T): Promise<T> {
  let result: T | undefined;
  await submit(() => {
    result = work();
    return { answers: [] };
  });
  return result as T;
}

function addTo(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function foldedUpTo(sql: ReadSql, domain: readonly Context[], ref: AggregateRef, seq: number): Versioned | undefined {
  return foldFacts(domain, readFactsOf(sql, ref, seq))
    .values()
    .next().value?.current;
}

function assertNothingLost(witnessed: Head | undefined, head: Head): void {
  if (!witnessed || witnessed.seq <= head.seq) return;
  throw new LogCutShort(
    `The log ends at fact ${head.seq}, but fact ${witnessed.seq} was acknowledged. Restore the newest backup; to go on without the missing facts, first remove the file "head" beside the book.`,
  );
}
