import type { Formats } from '@taffrail/ui';

const rounded = (n: number, places: number): string => {
  const text = n.toFixed(places);
  return /^-0(?:\.0+)?$/.test(text) ? text.slice(1) : text;
};

const signed = (n: number, text: string): string => (n > 0 && /[1-9]/.test(text) ? `+${text}` : text);

/** As many digits behind the point as show four of the largest figure: a column lines up, and its smallest is not a row of noise. */
function placesFor(figures: readonly number[]): number {
  const largest = Math.max(...figures.map(Math.abs));
  return largest > 0 && Number.isFinite(largest) ? Math.min(Math.max(SHOWN - 1 - Math.floor(Math.log10(largest)), 0), MOST_PLACES) : 0;
}

const SHOWN = 4;
const MOST_PLACES = 6;
/** From here on nobody counts in hundredths. */
const WHOLE_FROM = 100;

/** Doubles as figures: as many digits as anybody acts on. */
export function printing(formats: Formats) {
  const resultIn = (places: number) => (n: number) => {
    const text = rounded(n, places);
    return signed(n, formats.aligned(text));
  };
  return {
    price: (n: number) => formats.price(rounded(n, Math.abs(n) < 10 ? 4 : 2)),
    /** The direction is the point, so plus is said as well. */
    result: (n: number) => signed(n, formats.quantity(rounded(n, Math.abs(n) < 10 ? 2 : 0))),
    /** For results beside each other: all of them with cents, or none. */
    resultsLike: (others: readonly number[]) => resultIn(others.some((n) => Math.abs(n) >= WHOLE_FROM) ? 0 : 2),
    figuresLike: (others: readonly number[]) => {
      const places = placesFor(others);
      return (n: number) => formats.aligned(rounded(n, places));
    },
    share: (n: number) => formats.share(rounded(n, 3)),
    /** Where there is room for few characters. */
    chance: (n: number) => formats.share(rounded(n, 2)),
    /** In percent, which its column says. */
    volatility: (n: number) => formats.aligned(rounded(n * 100, 1)),
    points: (n: number) => signed(n, formats.quantity(rounded(n, 1))),
    days: (n: number) => formats.quantity(rounded(n, n < 3 ? 1 : 0)),
  };
}
