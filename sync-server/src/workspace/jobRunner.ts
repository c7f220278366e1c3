import { addMs, type Instant } from '@taffrail/domain/kernel';
import { groupCommit } from './groupCommit.ts';
import { dueJobs, finishJob, nextDue, postponeJob } from './jobs.ts';
import { StorageFault, type Alarm, type Clock, type Defer, type Sql } from './ports.ts';
import type { Again, Job } from './serverContext.ts';

/** What somebody asks for meanwhile waits behind the commands of no more jobs than this. */
const SIDE_BY_SIDE = 20;
/** A full disk does not empty itself in an instant, and what is due stays due: asking at once again would ask for ever. */
const AFTER_FAULT_MS = 30_000;

export interface JobRunnerParts<Tools> {
  readonly sql: Sql;
  readonly clock: Clock;
  readonly alarm: Alarm;
  readonly defer: Defer;
  readonly handlers: { readonly [kind: string]: (job: Job, tools: Tools) => Promise<Again> };
  /** What a handler works with, at the moment it runs. */
  readonly toolsAt: (now: Instant, job: Job) => Tools;
  readonly failed: (what: string, error: unknown) => void;
}

/**
 * Runs what is due until nothing is; then sets the alarm for the next. Jobs run side by side, so that what they submit, and their ends,
 * come together in groups, and everybody else is answered between those.
 */
export function openJobRunner<Tools>({ sql, clock, alarm, defer, handlers, toolsAt, failed }: JobRunnerParts<Tools>) {
  const ends = groupCommit<() => void, void>({
    sql,
    defer,
    clock,
    perform: (end) => end(),
    committed: () => {},
    takenBack: () => {},
  });
  let running: Promise<void> | undefined;

  const wake = (): Promise<void> =>
    (running ??= runAll()
      .then(
        () => alarm.set(nextDue(sql)),
        (error: unknown) => {
          alarm.set(addMs(clock.now(), AFTER_FAULT_MS));
          throw error;
        },
      )
      .finally(() => {
        running = undefined;
      }));

  async function runAll(): Promise<void> {
    for (;;) {
      const due = dueJobs(sql, clock.now(), SIDE_BY_SIDE);
      if (due.length === 0) return;
      // Whatever becomes of one, none is left running behind the alarm.
      const faults = (await Promise.allSettled(due.map(run))).filter((end) => end.status === 'rejected');
      for (const { reason } of faults) throw reason;
    }
  }

  /** A defect is put off and costs nobody else anything. Throws where storage is to blame. */
  async function run(job: Job): Promise<void> {
    try {
      const handler = handlers[job.kind];
      if (!handler) throw new Error(`nothing here knows how to do the job ${job.kind}`);
      const again = await handler(job, toolsAt(clock.now(), job));
      await ends.submit(() => finishJob(sql, job, typeof again === 'function' ? again() : again));
    } catch (error) {
      failed(`job ${job.kind} ${job.key}`, error);
      // What cannot be written now cannot be postponed in writing either: it stays due until the alarm rings again.
      if (error instanceof StorageFault) throw error;
      await ends.submit(() => postponeJob(sql, job, clock.now(), error instanceof Error ? error.message : String(error)));
    }
  }

  return { wake, isRunning: () => running !== undefined };
}
