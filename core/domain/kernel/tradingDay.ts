import { z } from 'zod';
import { type Day, dayOfEpochDay, epochDayOf } from './day.ts';
import { type Instant, instantFromMs, msOf } from './instant.ts';

/** Where and when a trading day begins: an account's clock. */
export interface Session {
  readonly zone: string;
  readonly session_start: string;
}

const zoneSentence = 'a zone is an IANA name such as America/New_York or UTC';

export const zoneSchema = z
  .string(zoneSentence)
  .transform((text, context) => {
    const zone = knownZone(text);
    if (zone !== undefined) return zone;
    context.addIssue(zoneSentence);
    return z.NEVER;
  })
  .pipe(z.string())
  .meta({ examples: ['America/New_York'] });

/** The zone's name in its proper capitals. A fixed offset is no zone: it would be wrong for half the year. */
function knownZone(text: string): string | undefined {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(text)) return undefined;
  try {
    return new Temporal.ZonedDateTime(0n, text).timeZoneId;
  } catch {
    return undefined;
  }
}

const startSentence = 'a session start is written HH:MM, from 00:00 to 23:59';

export const sessionStartSchema = z
  .string(startSentence)
  .regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, startSentence)
  .meta({ examples: ['09:30'] });

const DAY_MS = 86_400_000;

/** The day whose bounds hold the instant. Instants are compared, never wall clocks, so a repeated or skipped hour cannot confuse it. */
export function tradingDayOf(instant: Instant, session: Session): Day {
  const starts = startsOf(session);
  const ms = msOf(instant);
  let epochDay = Math.floor(ms / DAY_MS);
  while (startMs(starts, epochDay) > ms) epochDay -= 1;
  while (startMs(starts, epochDay + 1) <= ms) epochDay += 1;
  return startOf(starts, epochDay).day;
}

/** From the first instant of the day up to, but without, the first of the next. */
export function tradingDayBounds(day: Day, session: Session): { starts_at: Instant; ends_at: Instant } {
  const starts = startsOf(session);
  const epochDay = epochDayOf(day);
  return { starts_at: instantFromMs(startMs(starts, epochDay)), ends_at: instantFromMs(startMs(starts, epochDay + 1)) };
}

interface Starts {
  readonly session: Session;
  readonly known: Map<number, { readonly day: Day; readonly ms: number }>;
}

// Finding a start asks the zone's rules, which costs more than everything else here, and reports ask for the same days again and again.
const startsBySession = new Map<string, Starts>();
// Both limits only bound memory: enough for every account of a workspace, and for more than ten years of each.
const MOST_SESSIONS_REMEMBERED = 64;
const MOST_DAYS_REMEMBERED = 4000;

function startsOf(session: Session): Starts {
  const key = `${session.zone} ${session.session_start}`;
  const found = startsBySession.get(key);
  if (found !== undefined) return found;
  if (startsBySession.size === MOST_SESSIONS_REMEMBERED) startsBySession.clear();
  const starts: Starts = { session, known: new Map() };
  startsBySession.set(key, starts);
  return starts;
}

function startMs(starts: Starts, epochDay: number): number {
  return startOf(starts, epochDay).ms;
}

function startOf({ session, known }: Starts, epochDay: number): { readonly day: Day; readonly ms: number } {
  const found = known.get(epochDay);
  if (found !== undefined) return found;
  if (known.size === MOST_DAYS_REMEMBERED) known.clear();
  const start = { day: dayOfEpochDay(epochDay), ms: sessionStartMs(epochDay, session) };
  known.set(epochDay, start);
  return start;
}

const NOON = '12:00';

/** An evening session belongs to the day it trades into: one that starts after noon is named after the next day. */
function sessionStartMs(epochDay: number, { zone, session_start }: Session): number {
  const startsOn = dayOfEpochDay(session_start > NOON ? epochDay - 1 : epochDay);
  // "Compatible" takes a start that the clocks skip at the moment they jump, and a repeated one the first time.
  const start = Temporal.PlainDateTime.from(`${startsOn}T${session_start}`).toZonedDateTime(zone, { disambiguation: 'compatible' });
  return start.epochMilliseconds;
}
