/**
 * An exact decimal: coefficient ÷ 10^scale. The scale may be larger than it has to be; `decimalText` prints the shortest form.
 * BigInt coefficients are chosen by measurement: see ARCHITECTURE.md.
 */
export interface Decimal {
  readonly coefficient: bigint;
  readonly scale: number;
}

export const ZERO: Decimal = { coefficient: 0n, scale: 0 };
export const ONE: Decimal = { coefficient: 1n, scale: 0 };

const plainNotation = /^-?[0-9]+(?:\.[0-9]+)?$/;

/** Text comes through a schema first, so anything malformed here is a defect and throws. */
export function decimal(text: string): Decimal {
  if (!plainNotation.test(text)) throw new RangeError(`"${text}" is not a decimal`);
  const point = text.indexOf('.');
  if (point === -1) return { coefficient: BigInt(text), scale: 0 };
  return { coefficient: BigInt(text.slice(0, point) + text.slice(point + 1)), scale: text.length - point - 1 };
}

export function decimalFromInteger(n: number): Decimal {
  if (!Number.isSafeInteger(n)) throw new RangeError(`${n} is not an exact integer`);
  return { coefficient: BigInt(n), scale: 0 };
}

/** The one canonical spelling: no exponent, no trailing zeros, no "-0". */
export function decimalText({ coefficient, scale }: Decimal): string {
  if (scale === 0) return coefficient.toString();
  const sign = coefficient < 0n ? '-' : '';
  const digits = (coefficient < 0n ? -coefficient : coefficient).toString().padStart(scale + 1, '0');
  let end = digits.length;
  const point = end - scale;
  while (end > point && digits.charCodeAt(end - 1) === 48) end -= 1;
  const whole = digits.slice(0, point);
  return end === point ? sign + whole : `${sign}${whole}.${digits.slice(point, end)}`;
}

export function add(a: Decimal, b: Decimal): Decimal {
  if (a.scale === b.scale) return { coefficient: a.coefficient + b.coefficient, scale: a.scale };
  const scale = Math.max(a.scale, b.scale);
  return { coefficient: coefficientAt(a, scale) + coefficientAt(b, scale), scale };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b));
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { coefficient: a.coefficient * b.coefficient, scale: a.scale + b.scale };
}

/** Quotient to so many places; a half goes to the even neighbour, so that rounding many figures leans neither way. */
export function divide(a: Decimal, b: Decimal, places: number): Decimal {
  return { coefficient: halfEvenQuotient(...wholesOf(a, b, places)), scale: places };
}

/** For what has to be reached, and for what may be spent: never more than the true quotient. */
export function divideDown(a: Decimal, b: Decimal, places: number): Decimal {
  return { coefficient: floorQuotient(...wholesOf(a, b, places)), scale: places };
}

/** For what must not be exceeded: never less than the true quotient, so that nothing above a limit hides. */
export function divideUp(a: Decimal, b: Decimal, places: number): Decimal {
  return negate(divideDown(negate(a), b, places));
}

/** Two whole numbers with the same quotient, once it is taken to so many places. */
function wholesOf(a: Decimal, b: Decimal, places: number): [numerator: bigint, denominator: bigint] {
  if (isZero(b)) throw new RangeError('division by zero');
  const shift = places + b.scale - a.scale;
  return [shift > 0 ? a.coefficient * powerOfTen(shift) : a.coefficient, shift < 0 ? b.coefficient * powerOfTen(-shift) : b.coefficient];
}

export function roundTo(d: Decimal, places: number): Decimal {
  if (d.scale <= places) return d;
  return { coefficient: halfEvenQuotient(d.coefficient, powerOfTen(d.scale - places)), scale: places };
}

export function negate(d: Decimal): Decimal {
  return { coefficient: -d.coefficient, scale: d.scale };
}

export function absolute(d: Decimal): Decimal {
  return d.coefficient < 0n ? negate(d) : d;
}

export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const scale = Math.max(a.scale, b.scale);
  const left = coefficientAt(a, scale);
  const right = coefficientAt(b, scale);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

export function isZero(d: Decimal): boolean {
  return d.coefficient === 0n;
}

export function signOf(d: Decimal): -1 | 0 | 1 {
  if (d.coefficient === 0n) return 0;
  return d.coefficient < 0n ? -1 : 1;
}

export function sumOf(list: readonly Decimal[]): Decimal {
  return list.reduce(add, ZERO);
}

export function minOf(list: readonly Decimal[]): Decimal {
  return list.reduce((least, d) => (compare(d, least) < 0 ? d : least));
}

export function maxOf(list: readonly Decimal[]): Decimal {
  return list.reduce((greatest, d) => (compare(d, greatest) > 0 ? d : greatest));
}

/** The nearest double: for statistics and charts, never on the way to a stored amount. */
export function toNumber(d: Decimal): number {
  return Number(decimalText(d));
}

function coefficientAt(d: Decimal, scale: number): bigint {
  return d.scale === scale ? d.coefficient : d.coefficient * powerOfTen(scale - d.scale);
}

function floorQuotient(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const isBelow = numerator % denominator !== 0n && numerator < 0n !== denominator < 0n;
  return isBelow ? quotient - 1n : quotient;
}

function halfEvenQuotient(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const twiceRest = magnitude(numerator % denominator) * 2n;
  const whole = magnitude(denominator);
  const awayFromZero = twiceRest > whole || (twiceRest === whole && quotient % 2n !== 0n);
  if (!awayFromZero) return quotient;
  return numerator < 0n === denominator < 0n ? quotient + 1n : quotient - 1n;
}

function magnitude(n: bigint): bigint {
  return n < 0n ? -n : n;
}

const powersOfTen = Array.from({ length: 40 }, (_, exponent) => 10n ** BigInt(exponent));

function powerOfTen(exponent: number): bigint {
  return powersOfTen[exponent] ?? 10n ** BigInt(exponent);
}
