import { expect, test } from 'vitest';
import { fileName } from './fileName.ts';

test.each([
  ['Mine', 'taffrail-mine-2026-03-10.zip'],
  ['../Zürich & Söhne: 2026', 'taffrail-zurich-sohne-2026-2026-03-10.zip'],
  ['日本', 'taffrail-2026-03-10.zip'],
])('a book called %s is kept as %s', (name, expected) => {
  expect(fileName(name, '2026-03-10T20:00:00.000Z', 'zip')).toBe(expected);
});
