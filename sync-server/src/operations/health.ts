import { addMs, isAfter, type Instant } from '@taffrail/domain/kernel';

type Verdict = 'ok' | 'warn' | 'fail';

export interface Check {
  readonly name: 'durable' | 'writable' | 'disk' | 'backup';
  readonly status: Verdict;
  readonly sentence: string;
}

/** Fails when any check fails: then nothing should be sent here. A warning is for people. */
export interface Readiness {
  readonly status: Verdict;
  readonly checks: readonly Check[];
}

/** How the answers are found out. A probe that throws has failed, and its message says why. */
export interface HealthProbes {
  /** SQLite's figure of every open book. */
  readonly synchronous: () => readonly number[];
  /** Puts something on the disk for good. */
  readonly write: () => void;
  readonly freeBytes: () => number;
  readonly minFreeBytes: number;
  readonly now: () => Instant;
  /** When the server started, for want of a backup to count from. */
  readonly startedAt: Instant;
  readonly lastBackupAt: () => Instant | undefined;
  /** 0 means never. */
  readonly backupEveryHours: number;
}

const FULL = 2;
const HOUR_MS = 3_600_000;
const BYTES_PER_MB = 1024 * 1024;

/** Says only that the process answers; asking more would have it restarted for a full disk. */
export const alive = { status: 'ok' } as const;

export function readiness(probes: HealthProbes): Readiness {
  const checks = [
    check('durable', () => durable(probes)),
    check('writable', () => writable(probes)),
    check('disk', () => disk(probes)),
    check('backup', () => backup(probes)),
  ];
  const worst = (['fail', 'warn'] as const).find((status) => checks.some((one) => one.status === status));
  return { status: worst ?? 'ok', checks };
}

type Finding = Omit<Check, 'name'>;

function check(name: Check['name'], find: () => Finding): Check {
  try {
    return { name, ...find() };
  } catch (error) {
    return { name, status: 'fail', sentence: error instanceof Error ? error.message : String(error) };
  }
}

function durable({ synchronous }: HealthProbes): Finding {
  if (synchronous().every((figure) => figure === FULL)) return ok('Every open book is synced at each commit.');
  return {
    status: 'fail',
    sentence: 'A book is open without being synced at each commit, so a power cut could lose facts. Restart Taffrail.',
  };
}

function writable({ write }: HealthProbes): Finding {
  write();
  return ok('The data folder takes durable writes.');
}

function disk({ freeBytes, minFreeBytes }: HealthProbes): Finding {
  const free = freeBytes();
  const figures = `${inMb(free)} MB are free where the books are kept`;
  if (free >= minFreeBytes) return ok(`${figures}.`);
  return {
    status: 'fail',
    sentence: `Only ${figures}, less than the ${inMb(minFreeBytes)} MB of TAFFRAIL_READY_MIN_FREE_MB; free some space.`,
  };
}

/** One that is a whole round late is worth a word; it does not stop anybody from trading. */
function backup({ now, startedAt, lastBackupAt, backupEveryHours }: HealthProbes): Finding {
  if (backupEveryHours === 0) return { status: 'warn', sentence: 'Backups are turned off (TAFFRAIL_BACKUP_EVERY_HOURS is 0).' };
  const last = lastBackupAt();
  const isLate = isAfter(now(), addMs(last ?? startedAt, 2 * backupEveryHours * HOUR_MS));
  const figures = last === undefined ? 'There is no backup yet' : `The newest backup was made at ${last}`;
  if (!isLate) return ok(`${figures}.`);
  return { status: 'warn', sentence: `${figures}, though one is due every ${backupEveryHours} hours; look for "backup" in the log.` };
}

const ok = (sentence: string): Finding => ({ status: 'ok', sentence });

const inMb = (bytes: number): number => Math.floor(bytes / BYTES_PER_MB);
