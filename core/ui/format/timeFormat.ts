import type { Day, Instant } from '@taffrail/domain/kernel';

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/**
 * Days have no zone and are printed as they are; instants are shown in the zone of whoever reads. Each style is made when something is first
 * printed in it: to make them all takes longer than the first frame has.
 */
export function timeFormat(locale: string, zone: string) {
  const dayStyle = (options: Intl.DateTimeFormatOptions) => {
    const formatter = whenNeeded(() => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }));
    // A long list shows the same days again with every key in its filter, and there are only so many.
    const printed = new Map<Day, string>();
    return (day: Day) => {
      const text = printed.get(day) ?? formatter().format(new Date(`${day}T00:00:00Z`));
      printed.set(day, text);
      return text;
    };
  };
  const instantStyle = (options: Intl.DateTimeFormatOptions) => {
    const formatter = whenNeeded(() => new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }));
    return (instant: Instant) => formatter().format(new Date(instant));
  };
  const relative = whenNeeded(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }));

  return {
    day: dayStyle({ day: 'numeric', month: 'short', year: 'numeric' }),
    dayInYear: dayStyle({ day: 'numeric', month: 'short' }),
    longDay: dayStyle({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    weekday: dayStyle({ weekday: 'short' }),
    month: dayStyle({ month: 'long', year: 'numeric' }),
    shortMonth: dayStyle({ month: 'short', year: 'numeric' }),
    monthName: dayStyle({ month: 'short' }),
    time: instantStyle({ hour: '2-digit', minute: '2-digit' }),
    dateTime: instantStyle({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
    exactTime: instantStyle({ dateStyle: 'medium', timeStyle: 'long' }),
    /** How long ago, or until; below a minute it is now. */
    ago: (instant: Instant, now: Instant) => {
      const seconds = (Date.parse(instant) - Date.parse(now)) / 1000;
      const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) ?? (['second', Infinity] as const);
      return relative().format(Math.trunc(seconds / length), unit);
    },
  };
}

function whenNeeded<Formatter>(make: () => Formatter): () => Formatter {
  let made: Formatter | undefined;
  return () => (made ??= make());
}
