import { instantFromMs, type Instant } from '@taffrail/domain/kernel';
import { readMeta, writeMeta } from './copy/meta.ts';
import type { OpenDatabase } from './copy/database.ts';
import type { Clock } from './surroundings.ts';
import type { Newsroom } from './views/newsroom.ts';

/** Clocks that agree this well are left alone: the server tells its time by the second, and takes what is a minute ahead. */
const TOLERANCE_MS = 10_000;

export interface ServerTime {
  now(): Instant;
  heard(serverMs: number): void;
}

/**
 * A device whose clock is a day ahead would have its fills refused as from the future, and one that is behind would sort
 * them before what has happened. So what the server said the time is is remembered, and corrects the clock from then on.
 */
export async function openServerTime(db: OpenDatabase, clock: Clock, newsroom: Newsroom): Promise<ServerTime> {
  let offsetMs = (await readMeta(db, 'clock_offset_ms')) ?? 0;
  newsroom.hear('clock', (message) => void (offsetMs = message.offset_ms));

  return {
    now: () => instantFromMs(clock.nowMs() + offsetMs),
    heard(serverMs) {
      const apartMs = serverMs - clock.nowMs();
      if (Math.abs(apartMs - offsetMs) <= TOLERANCE_MS) return;
      const offset_ms = Math.abs(apartMs) <= TOLERANCE_MS ? 0 : apartMs;
      newsroom.tell({ kind: 'clock', offset_ms });
      // Losing it costs nothing: the next answer says it again.
      writeMeta(db, 'clock_offset_ms', offset_ms).catch(() => {});
    },
  };
}
