import { z } from 'zod';
import { dateProblem, dayOfEpochDay, epochDayOf, twoDigits } from './day.ts';

/** A moment in UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`. Always 24 characters, so text order is time order. */
export type Instant = string;

const shape = 'an instant is written like 2026-03-02T14:30:00.000Z, with Z or an offset such as -05:00';
const pattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,30}))?(?:Z|([+-])(\d{2}):(\d{2}))$/i;

/** Takes any RFC 3339 text and gives the canonical one, so that one moment has one spelling everywhere. */
export const instantSchema = z
  .string(shape)
  .transform((text, context) => {
    const read = readInstant(text);
    if ('instant' in read) return read.instant;
    context.addIssue(read.problem);
    return z.NEVER;
  })
  .pipe(z.string())
  .meta({ examples: ['2025-02-05T14:30:00Z'] });

function readInstant(text: string): { readonly instant: Instant } | { readonly problem: string } {
  const match = pattern.exec(text);
  if (match === null) return { problem: shape };
  const [, year, month, date, hour, minute, second, fraction = '', sign, offsetHour = '0', offsetMinute = '0'] = match;
  const problem =
    dateProblem(Number(year), Number(month), Number(date)) ??
    timeProblem(Number(hour), Number(minute), Number(second)) ??
    fractionProblem(fraction) ??
    offsetProblem(Number(offsetHour), Number(offsetMinute));
  if (problem !== undefined) return { problem };
  const local = `${year}-${month}-${date}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
  const offsetMs = (Number(offsetHour) * 60 + Number(offsetMinute)) * 60_000 * (sign === '-' ? -1 : 1);
  const instant = offsetMs === 0 ? local : addMs(local, -offsetMs);
  // An offset can push the first or last hours across the edge, even though the date as written was inside.
  const edgeProblem = dateProblem(Number(instant.slice(0, 4)), 1, 1);
  return edgeProblem === undefined ? { instant } : { problem: edgeProblem };
}

function timeProblem(hour: number, minute: number, second: number): string | undefined {
  if (hour > 23) return 'hours run from 00 to 23';
  if (minute > 59) return 'minutes run from 00 to 59';
  return second > 59 ? 'seconds run from 00 to 59; leap seconds are not kept' : undefined;
}

function fractionProblem(fraction: string): string | undefined {
  return /[^0]/.test(fraction.slice(3)) ? 'instants are kept to the millisecond; give at most 3 decimals of a second' : undefined;
}

function offsetProblem(hour: number, minute: number): string | undefined {
  return hour > 23 || minute > 59 ? 'an offset runs from -23:59 to +23:59' : undefined;
}

const DAY_MS = 86_400_000;

export function msOf(instant: Instant): number {
  const hour = Number(instant.slice(11, 13));
  const minute = Number(instant.slice(14, 16));
  const second = Number(instant.slice(17, 19));
  const ms = Number(instant.slice(20, 23));
  return epochDayOf(instant) * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000 + ms;
}

const FIRST_MS = msOf('0000-01-01T00:00:00.000Z');
const LAST_MS = msOf('9999-12-31T23:59:59.999Z');

export function instantFromMs(ms: number): Instant {
  // Beyond these years the text grows a sign and two digits, and text order stops being time order.
  if (!Number.isInteger(ms) || ms < FIRST_MS || ms > LAST_MS) throw new RangeError(`${ms} ms is not an instant of the years 0000 to 9999`);
  const epochDay = Math.floor(ms / DAY_MS);
  const left = ms - epochDay * DAY_MS;
  const [seconds, rest] = [Math.floor(left / 1000), left % 1000];
  const [minutes, second] = [Math.floor(seconds / 60), seconds % 60];
  const time = `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}:${twoDigits(second)}`;
  return `${dayOfEpochDay(epochDay)}T${time}.${String(rest).padStart(3, '0')}Z`;
}

export function addMs(instant: Instant, ms: number): Instant {
  return instantFromMs(msOf(instant) + ms);
}

export function isAfter(a: Instant, b: Instant): boolean {
  return a > b;
}
