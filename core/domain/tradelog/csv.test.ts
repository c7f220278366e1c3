import { expect, test } from 'vitest';
import { csv } from './csv.ts';

test('quotes what needs quoting, and nothing else', () => {
  expect(
    csv(
      ['a', 'b'],
      [
        ['plain', 'with, comma'],
        ['say "so"', 'two\nlines'],
      ],
    ),
  ).toBe('a,b\r\nplain,"with, comma"\r\n"say ""so""","two\nlines"\r\n');
});

test('nothing becomes a formula, and numbers stay numbers', () => {
  expect(csv(['a'], [['=HYPERLINK("x")'], ['+1 more'], ['@cmd'], ['-5.25'], [null], [false]])).toBe(
    'a\r\n"\'=HYPERLINK(""x"")"\r\n\'+1 more\r\n\'@cmd\r\n-5.25\r\n\r\nfalse\r\n',
  );
});
