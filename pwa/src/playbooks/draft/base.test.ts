import type { PlaybookVersion } from '@taffrail/domain/playbooks';
import { expect, test } from 'vitest';
import { isPassedBy, publishedOn } from './base.ts';

const versionOf = (version: number, id: string) => ({ id, version }) as PlaybookVersion;
const second = versionOf(2, 'theirs');

test.each([
  ['the latest', { version: 2, version_id: 'theirs' }, false, 'theirs'],
  ['one before it', { version: 1, version_id: 'first' }, true, 'first'],
  ['one of the same number, which the server did not take', { version: 2, version_id: 'mine' }, true, 'mine'],
  ['one that has not come here, or never will', { version: 3, version_id: 'next' }, false, 'theirs'],
  ['none', null, true, null],
] as const)('a draft that goes on from %s', (_, base, isPassed, on) => {
  expect(isPassedBy(base, second)).toBe(isPassed);
  expect(publishedOn(base, second)).toBe(on);
});

test('the first version is published on none', () => expect(publishedOn(null, undefined)).toBeNull());
