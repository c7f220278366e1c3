export type Cell = string | number | boolean | null;

/** RFC 4180. Text that a spreadsheet would run as a formula is kept text by a leading apostrophe; numbers are left as they are. */
export function csv(columns: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [columns, ...rows].map((cells) => cells.map(cellText).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

const NUMBER = /^-?\d+(\.\d+)?$/;
const FORMULA_START = /^[=+\-@\t\r]/;

function cellText(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  const harmless = FORMULA_START.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
