import { expect, test } from 'vitest';
import { randomFrom } from './random.ts';

const draws = (seed: number): number[] => {
  const random = randomFrom(seed);
  return Array.from({ length: 20 }, () => random.between(0, 999_999));
};

test('the same seed draws the same, the next seed something else', () => {
  expect(draws(7)).toEqual(draws(7));
  expect(draws(7)).not.toEqual(draws(8));
});

test('every face of a die comes up about as often as any other', () => {
  const random = randomFrom(1);
  const faces = [0, 0, 0, 0, 0, 0];
  for (let roll = 0; roll < 6_000; roll++) faces[random.between(1, 6) - 1]! += 1;
  for (const count of faces) expect(Math.abs(count - 1_000)).toBeLessThan(150);
});

test('a fork goes its own way and leaves its origin alone', () => {
  const [one, other] = [randomFrom(3), randomFrom(3)];
  const [forkOfOne, forkOfOther] = [one.fork(), other.fork()];
  for (let draw = 0; draw < 5; draw++) forkOfOne.unit();
  expect(one.unit()).toBe(other.unit());
  expect(forkOfOther.unit()).not.toBe(other.unit());
});
