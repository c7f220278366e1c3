import { figureFormat } from './figureFormat.ts';
import { timeFormat } from './timeFormat.ts';

export type Formats = ReturnType<typeof formatsFor>;

/** Everything that prints a figure or a time, for one locale and one zone. */
export function formatsFor(locale: string, zone: string) {
  const [figures, times] = [figureFormat(locale), timeFormat(locale, zone)];

  /** What was written down for everybody, with its moments, days, amounts and percentages as the reader writes them. */
  const sentence = (text: string): string =>
    text.replaceAll(WRITTEN, (whole, moment?: string, day?: string, figure = '', unit = '') => {
      if (moment !== undefined) return times.dateTime(moment);
      if (day !== undefined) return times.day(day);
      if (unit === '%') return figures.percent(figure);
      return currencies.has(unit) ? figures.amount(figure, unit, { currency: true }) : whole;
    });

  return { locale, zone, ...figures, ...times, sentence };
}

const WRITTEN = /(\d{4}-\d\d-\d\dT[\d:.]+Z)|(\d{4}-\d\d-\d\d)|(\d+(?:\.\d+)?) (%|[A-Z]{3}\b)/g;

/** Three letters after a figure may be a symbol as well. */
const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
