const EXCHANGE = /^[A-Z0-9_]{2,20}:/;
// Begins with nothing that a spreadsheet would take for a formula.
const SYMBOL = /^[A-Z0-9$/^.][A-Z0-9$/^._ !-]{0,31}$/;

/** A symbol as the log writes it, without the exchange some pages put before it. */
export function symbolIn(text: string): string | undefined {
  const symbol = text.trim().toUpperCase().replace(EXCHANGE, '');
  return SYMBOL.test(symbol) && /[A-Z0-9]/.test(symbol) ? symbol : undefined;
}
