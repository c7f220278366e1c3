import { figureFormat } from './figureFormat.ts';
import { timeFormat } from './timeFormat.ts';

export type Formats = ReturnType<typeof formatsFor>;

/** Everything that prints a figure or a time, for one locale and one zone. */
export function formatsFor(locale: string, zone: string) {
  const [figures, times] = [figureFormat(locale), timeFormat(locale, zone)];

  /** What was written down for everybody, with its moments by the reader's clock and its percentages as the reader writes them. */
  const sentence = (text: string): string =>
    text
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, times.dateTime)
      .replaceAll(/(?<figure>\d+(?:\.\d+)?) %/g, (_, figure: string) => figures.percent(figure));

  return { locale, zone, ...figures, ...times, sentence };
}
