import { isRefusal } from '@taffrail/domain/kernel';
import { expect, test } from 'vitest';
import { openPasswords } from './passwords.ts';

const RIGHT = 'four words in a row';
const AT_ONCE = 2;
const WAITING = 32;

test('a password is checked against its own hash, and nobody has one that fits', async () => {
  const passwords = openPasswords();
  const kept = (await passwords.hash(RIGHT)) as string;
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await Promise.all([RIGHT, 'wrong'].map((given) => passwords.isRight(given, kept)))).toEqual([true, false]);
  expect(await passwords.isRight(RIGHT, undefined)).toBe(false);
});

test('a name nobody has takes its turn like any other: so many are checked or wait, and whoever comes then is told to come back', async () => {
  const passwords = openPasswords();
  const kept = (await passwords.hash(RIGHT)) as string;
  const asked = Array.from({ length: AT_ONCE + WAITING + 4 }, (_, n) => (n % 2 === 0 ? kept : undefined));
  const answers = await Promise.all(asked.map((hash) => passwords.isRight('wrong', hash)));
  expect(answers.slice(0, AT_ONCE + WAITING)).toEqual(Array(AT_ONCE + WAITING).fill(false));
  const turnedAway = answers.slice(AT_ONCE + WAITING);
  expect(turnedAway.map((answer) => isRefusal(answer) && answer.code)).toEqual(Array(4).fill('passwords_busy'));
  expect(await passwords.isRight(RIGHT, kept)).toBe(true);
});
