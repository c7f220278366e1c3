import type { Day } from '../kernel/index.ts';

const MONDAY = 1;
const THURSDAY = 4;
const SATURDAY = 6;
const SUNDAY = 7;

/** Whether New York's stock exchanges open that day, by their rules since 2022. A day of mourning follows none of them. */
export function isExchangeDay(day: Day): boolean {
  const date = Temporal.PlainDate.from(day);
  return date.dayOfWeek < SATURDAY && !holidaysOf(date.year).includes(day);
}

/** In the order of the year. */
export function holidaysOf(year: number): readonly Day[] {
  return [
    ...newYearOf(year),
    nthOf(year, 1, MONDAY, 3),
    nthOf(year, 2, MONDAY, 3),
    easterOf(year).subtract({ days: 2 }),
    lastMondayOf(year, 5),
    observed(year, 6, 19),
    observed(year, 7, 4),
    nthOf(year, 9, MONDAY, 1),
    nthOf(year, 11, THURSDAY, 4),
    observed(year, 12, 25),
  ].map(String);
}

/** On a Saturday it is not held at all: the Friday before belongs to the books of the old year. */
function newYearOf(year: number): readonly Temporal.PlainDate[] {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  return first.dayOfWeek === SATURDAY ? [] : [observed(year, 1, 1)];
}

function observed(year: number, month: number, day: number): Temporal.PlainDate {
  const date = Temporal.PlainDate.from({ year, month, day });
  if (date.dayOfWeek === SATURDAY) return date.subtract({ days: 1 });
  return date.dayOfWeek === SUNDAY ? date.add({ days: 1 }) : date;
}

function nthOf(year: number, month: number, weekday: number, nth: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (nth - 1) });
}

function lastMondayOf(year: number, month: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  const last = first.with({ day: first.daysInMonth });
  return last.subtract({ days: last.dayOfWeek - MONDAY });
}

/** Gregorian Easter by Meeus: the first Sunday after the first ecclesiastical full moon of spring. */
function easterOf(year: number): Temporal.PlainDate {
  const [century, inCentury] = [Math.floor(year / 100), year % 100];
  const golden = year % 19;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const daysFromMarch = epact + toSunday - 7 * correction + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(daysFromMarch / 31), day: (daysFromMarch % 31) + 1 });
}
