import { figureFormat } from './figureFormat.ts';
import { timeFormat } from './timeFormat.ts';

export type Formats = ReturnType<typeof formatsFor>;

/** Everything that prints a figure or a time, for one locale and one zone. */
export function formatsFor(locale: string, zone: string) {
  return { locale, zone, ...figureFormat(locale), ...timeFormat(locale, zone) };
}
