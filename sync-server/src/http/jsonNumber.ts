/** A plain decimal of up to 15 significant digits comes back from a double as it went in; most numbers are one. */
const alwaysSurvives = /^(?:-?[1-9][\d.]{0,14}|0(?:\.\d{1,13})?)$/;

/** Whether a JSON number, once read as a double, still says what was written: 2^53 + 1, 1e400 and -0 do not. */
export function survivesAsNumber(literal: string): boolean {
  const value = Number(literal);
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return false;
  if (alwaysSurvives.test(literal)) return true;
  return plainlyWritten(literal) === plainlyWritten(String(value));
}

/** One spelling for each number: sign, digits without zeros at either end, and the power of ten they are times. */
function plainlyWritten(literal: string): string {
  const [mantissa = '', exponent = '0'] = literal.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = withoutTrailingZeros(digits);
  if (significant === '') return `${sign}0`;
  const power = Number(exponent) - fraction.length + (digits.length - significant.length);
  return `${sign}${significant}e${power}`;
}

// A pattern like /0+$/ would look at every run of zeros again from each of its digits.
function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}
