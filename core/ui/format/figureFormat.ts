import type { DecimalText } from '@taffrail/domain/kernel';

export interface AmountStyle {
  /** Says the currency, for a figure that stands alone; a column says it once in its heading. */
  readonly currency?: boolean;
  /** Says plus as well as minus: for results, where the direction is the point. */
  readonly signed?: boolean;
}

/**
 * Prints decimal text as the locale writes it, digit by digit: the text never becomes a binary number on its way to the screen, and no
 * price or amount is rounded here.
 */
export function figureFormat(locale: string) {
  const formatters = new Map<string, Intl.NumberFormat>();
  const minorDigits = new Map<string, number>();

  return {
    count: (n: number) => print(String(n), {}),
    quantity: (text: DecimalText) => print(text, {}),
    /** A price of 101.5 is quoted as 101.50; finer ticks keep all of their digits. */
    price: (text: DecimalText) => print(text, { minimumFractionDigits: 2 }),
    /** A figure among others in a column, with every zero it is written with. */
    aligned: (text: DecimalText) => print(text, { minimumFractionDigits: placesIn(text) }),
    percent: (text: DecimalText) => print(text, { style: 'unit', unit: 'percent' }),
    /** A fraction of 1 in percent, with all of its digits: 0.8999 never reads as 90. */
    share: (text: DecimalText) => print(text, { style: 'percent' }),
    /** A ratio has no end either. Cut off, it never reads as what it has to come to and does not; what is missing of it is rounded up. */
    ratio: (text: DecimalText, rounded: 'down' | 'up' = 'down') => {
      const roundingMode = rounded === 'down' ? ('trunc' as const) : ('expand' as const);
      return written(formatterOf({ minimumFractionDigits: 2, maximumFractionDigits: 2, roundingMode }), text);
    },
    /** A figure that is cut short: it has no end, and nobody reads more than hundredths of it. */
    multiple: (text: DecimalText) =>
      `${written(formatterOf({ minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' }), text)}R`,
    /** Where there is room for a few characters: a result in two or three figures, the whole of it one tap away. */
    brief: (text: DecimalText) => written(formatterOf({ notation: 'compact', signDisplay: 'exceptZero' }), text),
    amount: (text: DecimalText, currency: string, { currency: said = false, signed = false }: AmountStyle = {}) => {
      const signDisplay = signed ? ('exceptZero' as const) : ('negative' as const);
      const minimumFractionDigits = minorDigitsOf(currency);
      if (!said) return print(text, { signDisplay, minimumFractionDigits });
      if (isIso(currency)) return print(text, { signDisplay, style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
      return `${print(text, { signDisplay, minimumFractionDigits })}\u00A0${currency}`;
    },
  };

  function print(text: DecimalText, options: Intl.NumberFormatOptions): string {
    const places = placesIn(text);
    const least = options.minimumFractionDigits ?? (options.currency === undefined ? 0 : minorDigitsOf(options.currency));
    const most = Math.max(least, options.style === 'percent' ? places - 2 : places);
    return written(formatterOf({ ...options, minimumFractionDigits: least, maximumFractionDigits: most }), text);
  }

  function formatterOf(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    const key = JSON.stringify(options);
    const known = formatters.get(key);
    if (known !== undefined) return known;
    const made = new Intl.NumberFormat(locale, options);
    formatters.set(key, made);
    return made;
  }

  /** Known once it was asked: finding it out takes longer than printing the figure. */
  function minorDigitsOf(currency: string): number {
    const known = minorDigits.get(currency) ?? minorDigitsShown(locale, currency);
    minorDigits.set(currency, known);
    return known;
  }
}

const placesIn = (text: DecimalText): number => (text.includes('.') ? text.length - text.indexOf('.') - 1 : 0);

const USUAL_DIGITS = 2;

function minorDigitsShown(locale: string, currency: string): number {
  if (!isIso(currency)) return USUAL_DIGITS;
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().minimumFractionDigits ?? USUAL_DIGITS;
}

/** Intl knows codes of three letters; a stablecoin has four. */
function isIso(currency: string): boolean {
  return /^[A-Z]{3}$/.test(currency);
}

/** A hyphen is narrower than a plus and sits too low between figures. */
function written(formatter: Intl.NumberFormat, text: DecimalText): string {
  return formatter.format(text as Intl.StringNumericLiteral).replaceAll('-', '\u2212');
}
