import { isRefusal } from '@taffrail/domain/kernel';
import { describe, expect, test } from 'vitest';
import { readJson } from './strictJson.ts';

const read = (text: string | Uint8Array) => readJson(typeof text === 'string' ? new TextEncoder().encode(text) : text);
const problemOf = (text: string | Uint8Array): string => {
  const answer = read(text);
  return isRefusal(answer) ? answer.sentence : 'none';
};

describe('what JSON.parse would take and change silently', () => {
  test.each([
    ['a name given twice', '{"a":1,"b":2,"a":3}', 'a name occurs twice'],
    ['a name given twice in other letters', '{"a":1,"\\u0061":2}', 'a name occurs twice'],
    ['__proto__', '{"__proto__":{"admin":true}}', 'the name __proto__ is not allowed'],
    ['__proto__, escaped', '{"\\u005f_proto__":1}', 'the name __proto__ is not allowed'],
    ['constructor', '[{"constructor":1}]', 'the name constructor is not allowed'],
    ['prototype', '{"a":{"prototype":1}}', 'the name prototype is not allowed'],
    ['an infinite number', '1e400', 'write it as text'],
    ['2^53 + 1', '9007199254740993', 'write it as text'],
    ['2^53', '9007199254740992', 'write it as text'],
    ['a number finer than a double', '0.1234567890123456789', 'write it as text'],
    ['a number that vanishes', '1e-400', 'write it as text'],
    ['negative zero', '-0', 'write it as text'],
    ['negative zero in disguise', '-0.00e5', 'write it as text'],
    ['half a character', '"\\ud800"', 'not a whole character'],
    ['the other half', '"\\udc00"', 'not a whole character'],
    ['two first halves', '"\\ud800\\ud800"', 'not a whole character'],
    ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 'not UTF-8'],
    ['a byte order mark', '\uFEFF{}', 'byte order mark'],
  ])('%s', (_, text, problem) => {
    expect(problemOf(text)).toContain(problem);
  });
});

describe('what is not JSON at all', () => {
  test.each(['', ' ', '{', '[1,', '[1,]', '{"a":1,}', '{"a"}', '{a:1}', "{'a':1}", '01', '1.', '.5', '+1', '-', 'NaN', 'Infinity', 'nul'])(
    '%s',
    (text) => expect(problemOf(text)).toMatch(/^The body is not JSON/),
  );
  test.each(['[1}', '{"a":1]', ']', '1 2', '[1]]', '"\n"', '"\\x"', '"\\u12"', '"a', '/*a*/1', '[1 2]', '{"a" 1}', '{,}', '[,]'])(
    '%s',
    (text) => expect(problemOf(text)).toMatch(/^The body is not JSON/),
  );
});

test('says where', () => {
  expect(problemOf('{\n  "price": 1,\n  "price": 2\n}')).toContain('at line 3, column 3,');
});

test('32 levels are enough, 33 are not, and 100,000 exhaust nothing', () => {
  const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  expect(problemOf(nested(32))).toBe('none');
  expect(problemOf(nested(33))).toContain('deeper than 32');
  expect(problemOf(nested(100_000))).toContain('deeper than 32');
  expect(problemOf('{"a":'.repeat(100_000))).toContain('deeper than 32');
});

test.each(['0', '-1', '1.50', '9007199254740991', '-9007199254740991', '0.30000000000000004', '5e-324', '1e3', '0.000', '12.5e1'])(
  'a number that stays what it is, %s, is taken',
  (text) => expect(read(text)).toEqual({ value: JSON.parse(text) }),
);

test('a long text and a long number are read without trouble', () => {
  expect(problemOf(`"${'x'.repeat(1_000_000)}"`)).toBe('none');
  expect(problemOf(`"${'\\n'.repeat(400_000)}"`)).toBe('none');
  expect(problemOf(`0.${'1'.repeat(1_000_000)}`)).toContain('write it as text');
  expect(problemOf(`1${'0'.repeat(1_000_000)}x`)).toContain('write it as text');
});
