/**
 * Where fields stand, as text that sorts: between any two places there is another, so moving one field changes nothing about
 * the others and two devices that move different ones agree. A place is a fraction, written in these digits after its point.
 */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE = DIGITS.length;
/** What somebody gets to only by moving things to and fro for days; then all are given places anew. */
const LONGEST = 40;
const shape = /^[0-9A-Za-z]*[1-9A-Za-z]$/;

export const isPlace = (value: unknown): value is string => typeof value === 'string' && value.length <= LONGEST && shape.test(value);

/** Undefined where there is no room: two devices gave out the same place at once, or it would become too long. */
export function placeBetween(before: string | undefined, after: string | undefined): string | undefined {
  let place = '';
  let belowAfter = after !== undefined;
  for (let at = 0; at < LONGEST; at++) {
    const low = digitAt(before, at);
    const high = belowAfter ? digitAt(after, at) : BASE;
    if (high - low > 1) return place + DIGITS.charAt(Math.floor((low + high) / 2));
    if (high < low) return undefined;
    place += DIGITS.charAt(low);
    if (high > low) belowAfter = false;
  }
  return undefined;
}

/** Behind the end of a fraction there are zeros. */
const digitAt = (place = '', at: number): number => Math.max(DIGITS.indexOf(place.charAt(at)), 0);

/** So many places with as much room between them. */
export function evenPlaces(count: number): string[] {
  const digits = Math.ceil(Math.log(count + 1) / Math.log(BASE)) || 1;
  const room = BASE ** digits;
  return Array.from({ length: count }, (_, index) => textOf(Math.floor((room * (index + 1)) / (count + 1)), digits));
}

function textOf(number: number, digits: number): string {
  let [text, left] = ['', number];
  for (let at = 0; at < digits; at++) {
    text = DIGITS.charAt(left % BASE) + text;
    left = Math.floor(left / BASE);
  }
  return text.replace(/0+$/, '');
}
