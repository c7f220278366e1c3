import { describe, expect, it } from 'vitest';
import { isFlawed, patternOf } from './pattern.ts';

function found(source: string, text: string): boolean {
  const pattern = patternOf(source);
  if (isFlawed(pattern)) throw new Error(pattern.flaw);
  return pattern.isIn(text);
}

function flawOf(source: string): string | undefined {
  const pattern = patternOf(source);
  return isFlawed(pattern) ? pattern.flaw : undefined;
}

describe('a pattern', () => {
  it.each([
    ['^[A-Z]{1,5}$', 'AAPL', true],
    ['^[A-Z]{1,5}$', 'AAPL1', false],
    ['\\d{2}:\\d{2}', 'at 09:35 sharp', true],
    ['\\d{2}:\\d{2}', '9:35', false],
    ['^(long|short)$', 'short', true],
    ['^(long|short)$', 'shorts', false],
    ['\\bstop\\b', 'the stop is in', true],
    ['\\bstop\\b', 'stopped', false],
    ['^.$', '😀', true],
    ['^.$', 'ab', false],
    ['^[^\\s-]+$', 'a-b', false],
    ['a\\.b', 'a.b', true],
    ['a\\.b', 'axb', false],
    ['^$', '', true],
    ['', 'x', true],
    ['[]', 'x', false],
    ['[^]', '\n', true],
    ['[^]', '', false],
  ])('%s, looked for in %j: %j', (source, text, is) => {
    expect(found(source, text)).toBe(is);
  });

  it.each([
    ['\\d[\\d.,]*', 'Buy 1.250,5 MESZ5 at 6,010', '1.250,5'],
    ['buy|buying', 'keep buying', 'buying'],
    ['[A-Z]{3,}\\d?$', 'SELL 2 MESZ5', 'MESZ5'],
    ['\\d*', 'abc', ''],
    ['x', 'abc', undefined],
  ])('%s finds in %j: %j', (source, text, run) => {
    const pattern = patternOf(source);
    expect(isFlawed(pattern) ? pattern : pattern.foundIn(text)).toBe(run);
  });

  it.each(['^(a+)+$', '(a|a)*b', '(a*)*b', '(.*)(.*)(.*)(.*)(.*)x', '(a?){100}a{100}b'])(
    'that keeps other engines busy for ever, %s, is not found in thousands of characters, and that is that',
    (source) => {
      expect(found(source, `${'a'.repeat(2_000)}!`)).toBe(false);
    },
  );

  it.each([
    ['(?=x)', 'looking ahead or behind is not supported; say what the text itself is like'],
    ['(?!x)', 'looking ahead or behind is not supported; say what the text itself is like'],
    ['(?<=x)y', 'looking ahead or behind is not supported; say what the text itself is like'],
    ['(?<!x)y', 'looking ahead or behind is not supported; say what the text itself is like'],
    ['(?<name>x)', 'a group is written (…) or (?:…)'],
    ['(a)\\1', 'going back to what a group has found is not supported'],
    ['\\k', '\\k has no meaning here'],
    ['a\\', '\\ has no meaning here'],
    ['(a', 'a group that is opened with ( is closed with )'],
    ['a)', 'there is a ) without its (; write \\) for the character itself'],
    ['[a', 'a list that is opened with [ is closed with ]'],
    ['[z-a]', 'a range in a list goes from one character to a later one, as in [a-z]; write \\- for the character itself'],
    ['[\\d-z]', 'a range in a list goes from one character to a later one, as in [a-z]; write \\- for the character itself'],
    ['*', 'there is nothing for * to repeat; write \\* for the character itself'],
    ['a**', 'there is nothing for * to repeat; write \\* for the character itself'],
    ['{', 'there is nothing for { to repeat; write \\{ for the character itself'],
    ['^*', '^, $ and \\b are places between characters, which cannot be repeated'],
    ['a{3,2}', 'it cannot be repeated at least 3 and at most 2 times'],
    ['a{1001}', 'something is repeated at most 1000 times'],
    [`a{${'9'.repeat(150)}}`, 'something is repeated at most 1000 times'],
    ['(a{100}){100}', 'this pattern repeats so much that it comes to 10000 steps; the most is 2000'],
    ['((((){1000}){1000}){1000}){1000}', 'this pattern repeats so much that it comes to 1000000000000 steps; the most is 2000'],
    ['a'.repeat(10_000), 'a pattern has at most 200 characters; this has 10000'],
  ])('%s is refused: %s', (source, flaw) => {
    expect(flawOf(source)).toBe(flaw);
  });

  it('may have groups in groups as deep as it is long', () => {
    expect(found(`${'('.repeat(99)}a${')'.repeat(99)}`, 'a')).toBe(true);
  });
});
