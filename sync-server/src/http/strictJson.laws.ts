import fc from 'fast-check';
import { isRefusal } from '@taffrail/domain/kernel';
import { expect, test } from 'vitest';
import { readJson } from './strictJson.ts';

const read = (text: string) => readJson(new TextEncoder().encode(text));

// Values as a careful writer sends them; what lies outside has its own test.
const tame = fc.jsonValue({ maxDepth: 5 }).filter((value) => {
  const text = JSON.stringify(value);
  return !/"(?:__proto__|constructor|prototype)":/.test(text) && !hasLargeNumber(value);
});

function hasLargeNumber(value: unknown): boolean {
  if (typeof value === 'number') return Math.abs(value) > Number.MAX_SAFE_INTEGER || Object.is(value, -0);
  return typeof value === 'object' && value !== null && Object.values(value).some(hasLargeNumber);
}

test('whatever JSON.stringify writes of a tame value is read as that value', () => {
  fc.assert(
    fc.property(tame, fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      expect(read(text)).toEqual({ value: JSON.parse(text) });
    }),
  );
});

const jsonish = fc
  .array(
    fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b"',
      '"\\u0061"',
      '"',
      '\\',
      'a',
      '1',
      '-',
      '0',
      '.',
      'e',
      '+',
      'true',
      'null',
      'nu',
      ' ',
      '\n',
      '\t',
      '\u0001',
      '\\ud83d',
      '\\ude00',
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

test('nothing is read that JSON.parse would not read the same', () => {
  fc.assert(
    fc.property(jsonish, (text) => {
      const answer = read(text);
      if (!isRefusal(answer)) expect(answer.value).toEqual(JSON.parse(text));
    }),
    { numRuns: 5_000 },
  );
});

test('what JSON.parse reads is refused only for a reason of ours', () => {
  fc.assert(
    fc.property(jsonish, (text) => {
      const answer = read(text);
      if (!isRefusal(answer) || !parses(text)) return;
      expect(answer.sentence).toMatch(/occurs twice|write it as text|whole character|not allowed/);
    }),
    { numRuns: 5_000 },
  );
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test('a number that is taken still says what was written', () => {
  const digits = fc.stringMatching(/^(?:0|[1-9]\d{0,20})(?:\.\d{1,20})?(?:e[+-]?\d{1,3})?$/);
  fc.assert(
    fc.property(digits, (literal) => {
      const answer = read(literal);
      if (!isRefusal(answer)) expect(exactly(JSON.stringify(answer.value))).toEqual(exactly(literal));
    }),
    { numRuns: 2_000 },
  );
});

/** The number a literal names, as an integer times a fixed power of ten. */
function exactly(literal: string): bigint {
  const [mantissa = '', exponent = '0'] = literal.split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return BigInt(whole + fraction) * 10n ** BigInt(1_100 - fraction.length + Number(exponent));
}
