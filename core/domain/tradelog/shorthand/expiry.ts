import { daySchema, type Day } from '../../kernel/index.ts';

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAY_AND_MONTH = /^(\d{1,2})([A-Z]{3})(\d{2}|\d{4})?$/;

/** `2030-02-15`, `15FEB30`, `15FEB2030`, `15FEB` (the next one there is) or `0DTE`. */
export function expiryIn(text: string, today: Day): Day | undefined {
  const upper = text.toUpperCase();
  if (upper === '0DTE') return today;
  if (daySchema.safeParse(text).success) return text;
  const [, day = '', month = '', year] = DAY_AND_MONTH.exec(upper) ?? [];
  const place = months.indexOf(month);
  if (place === -1) return undefined;
  const dayIn = (inYear: number): string => `${inYear}-${String(place + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (year !== undefined) return existing(dayIn(Number(year.length === 2 ? `20${year}` : year)));
  const thisYear = Number(today.slice(0, 4));
  const next = existing(dayIn(thisYear));
  return next !== undefined && next >= today ? next : existing(dayIn(thisYear + 1));
}

const existing = (day: string): Day | undefined => (daySchema.safeParse(day).success ? day : undefined);
