import { z } from 'zod';

/** A date without a zone, `YYYY-MM-DD`: text order is time order. */
export type Day = string;

const FIRST_YEAR = 1970;
const LAST_YEAR = 2200;

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

export const daySchema = z
  .string('a day is written YYYY-MM-DD')
  .superRefine((text, context) => {
    const problem = dayProblem(text);
    if (problem !== undefined) context.addIssue(problem);
  })
  .meta({ examples: ['2030-02-15'] });

function dayProblem(text: string): string | undefined {
  const match = dayPattern.exec(text);
  if (match === null) return 'a day is written YYYY-MM-DD';
  return dateProblem(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** What is wrong with a date, if anything is; shared by days and instants. */
export function dateProblem(year: number, month: number, date: number): string | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR) return `the year must lie between ${FIRST_YEAR} and ${LAST_YEAR}`;
  if (month < 1 || month > 12) return 'there is no such month; months run from 01 to 12';
  const length = daysInMonth(year, month);
  if (date < 1 || date > length) return `there is no such day; that month runs from 01 to ${length}`;
  return undefined;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

const EPOCH_DAY_OF_YEAR_0_MARCH_1 = -719_468;
const DAYS_IN_400_YEARS = 146_097;

/**
 * Days since 1970-01-01. Counting years from March puts the leap day last, so that the months before it have fixed places.
 * Plain arithmetic, because folds and reports call it for every fact and a Temporal parse costs several times as much.
 */
export function epochDayOf(day: Day): number {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const date = Number(day.slice(8, 10));
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = month > 2 ? month - 3 : month + 9;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  const daysBeforeMonth = Math.floor((153 * marchMonth + 2) / 5);
  return EPOCH_DAY_OF_YEAR_0_MARCH_1 + 365 * marchYear + leapDays + daysBeforeMonth + date - 1;
}

/** The same count the other way. Every 400 years are as long. */
export function dayOfEpochDay(epochDay: number): Day {
  const days = epochDay - EPOCH_DAY_OF_YEAR_0_MARCH_1;
  const era = Math.floor(days / DAYS_IN_400_YEARS);
  const dayOfEra = days - era * DAYS_IN_400_YEARS;
  const leapDays = Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / (DAYS_IN_400_YEARS - 1));
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + 400 * era + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(date)}`;
}

export const twoDigits = (n: number): string => (n < 10 ? `0${n}` : String(n));

/** Calendar days from one day to another; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return epochDayOf(to) - epochDayOf(from);
}
