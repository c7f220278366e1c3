import { addMs, type Instant } from '@taffrail/domain/kernel';
import { dueJobs, finishJob, nextDue, postponeJob } from './jobs.ts';
import { StorageFault, type Alarm, type Clock, type Sql } from './ports.ts';
import type { Again, Job } from './serverContext.ts';

const DUE_AT_ONCE = 100;
/** A full disk does not empty itself in an instant, and what is due stays due: asking at once again would ask for ever. */
const AFTER_FAULT_MS = 30_000;

export interface JobRunnerParts<Tools> {
  readonly sql: Sql;
  readonly clock: Clock;
  readonly alarm: Alarm;
  readonly handlers: { readonly [kind: string]: (job: Job, tools: Tools) => Promise<Again> };
  /** What a handler works with, at the moment it runs. */
  readonly toolsAt: (now: Instant, job: Job) => Tools;
  readonly failed: (what: string, error: unknown) => void;
}

/** Runs what is due, one job at a time, until nothing is; then sets the alarm for the next. */
export function openJobRunner<Tools>({ sql, clock, alarm, handlers, toolsAt, failed }: JobRunnerParts<Tools>) {
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
      const due = dueJobs(sql, clock.now(), DUE_AT_ONCE);
      if (due.length === 0) return;
      for (const job of due) await run(job);
    }
  }

  async function run(job: Job): Promise<void> {
    let again: Again;
    try {
      const handler = handlers[job.kind];
      if (!handler) throw new Error(`nothing here knows how to do the job ${job.kind}`);
      again = await handler(job, toolsAt(clock.now(), job));
    } catch (error) {
      failed(`job ${job.kind} ${job.key}`, error);
      // What cannot be written now cannot be postponed in writing either: it stays due until the alarm rings again.
      if (error instanceof StorageFault) throw error;
      sql.transaction(() => postponeJob(sql, job, clock.now(), error instanceof Error ? error.message : String(error)));
      return;
    }
    sql.transaction(() => finishJob(sql, job, typeof again === 'function' ? again() : again));
  }

  return { wake, isRunning: () => running !== undefined };
}
