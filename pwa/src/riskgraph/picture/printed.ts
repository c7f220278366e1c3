import type { Formats } from '@taffrail/ui';

const rounded = (n: number, places: number): string => {
  const text = n.toFixed(places);
  return /^-0(?:\.0+)?$/.test(text) ? text.slice(1) : text;
};

const signed = (n: number, text: string): string => (n > 0 && /[1-9]/.test(text) ? `+${text}` : text);

/** Doubles as figures: as many digits as anybody acts on. */
export function printing(formats: Formats) {
  return {
    price: (n: number) => formats.price(rounded(n, Math.abs(n) < 10 ? 4 : 2)),
    /** The direction is the point, so plus is said as well. */
    result: (n: number) => signed(n, formats.quantity(rounded(n, Math.abs(n) < 10 ? 2 : 0))),
    figure: (n: number) => formats.quantity(rounded(n, Math.abs(n) >= 100 ? 1 : Math.abs(n) >= 1 ? 2 : 4)),
    share: (n: number) => formats.share(rounded(n, 3)),
    points: (n: number) => signed(n, formats.quantity(rounded(n, 1))),
    days: (n: number) => formats.quantity(rounded(n, n < 3 ? 1 : 0)),
  };
}
