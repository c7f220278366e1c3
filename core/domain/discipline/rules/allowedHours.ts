import { type Instant, instantFromMs, msOf } from '../../kernel/index.ts';
import type { Finding } from '../finding.ts';
import type { Moment } from '../moment.ts';
import type { Reason } from '../reason.ts';
import type { HoursWindow, TradingRules } from '../ruleBook.ts';
import type { DatedTrade } from '../trade.ts';

export function allowedHoursFindings(trade: DatedTrade, { allowed_hours }: TradingRules): readonly Finding[] {
  const { position_id, account_id, symbol, opened_at, opened_on } = trade;
  if (allowed_hours === null || allowed_hours.some((window) => isWithin(window, opened_at))) return [];
  return [
    {
      rule_key: 'outside_allowed_hours',
      scope: 'trade',
      date_or_week: opened_on,
      days: [opened_on],
      account_id,
      currency: null,
      position_ids: [position_id],
      figure: '1',
      limit: '0',
      sentence: `${symbol} was opened at ${opened_at}, outside the hours ${hoursText(allowed_hours)}.`,
    },
  ];
}

export function allowedHoursReasons({ now }: Moment, { allowed_hours }: TradingRules): readonly Reason[] {
  if (allowed_hours === null || allowed_hours.some((window) => isWithin(window, now))) return [];
  return [
    {
      rule: 'outside_allowed_hours',
      effect: 'stops',
      sentence: `Trades are opened ${hoursText(allowed_hours)}.`,
      figure: null,
      limit: null,
      clears_at: nextOpening(allowed_hours, now),
    },
  ];
}

/** All of them fit on a line only while there are few; the rest are in the rules. */
const MOST_WINDOWS_SAID = 3;

function hoursText(windows: readonly HoursWindow[]): string {
  const said = windows.slice(0, MOST_WINDOWS_SAID).map(({ weekdays: on, from, to, zone }) => `${on.join(' ')} ${from} to ${to} ${zone}`);
  return said.join(', ') + (windows.length > MOST_WINDOWS_SAID ? ' and more' : '');
}

type Weekday = HoursWindow['weekdays'][number];

const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The clock on the wall decides, so a day on which the clocks change has the same hours as any other. */
function isWithin({ weekdays: on, from, to, zone }: HoursWindow, instant: Instant): boolean {
  const local = localTime(instant, zone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  const today = on.includes(weekdayOf(local));
  if (from < to) return today && time >= from && time < to;
  return (today && time >= from) || (on.includes(weekdayOf(local.subtract({ days: 1 }))) && time < to);
}

function localTime(instant: Instant, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(msOf(instant)).toZonedDateTimeISO(zone);
}

function weekdayOf({ dayOfWeek }: Temporal.ZonedDateTime): Weekday {
  return weekdays[dayOfWeek - 1] ?? 'mon';
}

/** Every weekday comes within a week; one day more, because this week's may be over. */
const DAYS_AHEAD = [0, 1, 2, 3, 4, 5, 6, 7];

function nextOpening(windows: readonly HoursWindow[], now: Instant): Instant {
  const openings = windows.flatMap(({ weekdays: on, from, zone }) => {
    const today = localTime(now, zone);
    return DAYS_AHEAD.map((days) => today.add({ days }).withPlainTime(from))
      .filter((opening) => on.includes(weekdayOf(opening)))
      .map((opening) => instantFromMs(opening.epochMilliseconds));
  });
  return openings.filter((opening) => opening > now).reduce((first, opening) => (opening < first ? opening : first));
}
