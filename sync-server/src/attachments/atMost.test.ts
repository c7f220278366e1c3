import { expect, it } from 'vitest';
import { atMost } from './atMost.ts';

it('runs so many at once and the others in order, whether or not one fails', async () => {
  const inTurn = atMost(2);
  const begun: number[] = [];
  const ends = Array.from({ length: 5 }, () => Promise.withResolvers<void>());
  const results = ends.map(({ promise }, number) =>
    inTurn(async () => {
      begun.push(number);
      await promise;
      return number;
    }),
  );
  expect(begun).toEqual([0, 1]);
  ends[1]?.reject(new Error('not this one'));
  await expect(results[1]).rejects.toThrow('not this one');
  expect(begun).toEqual([0, 1, 2]);
  for (const { resolve } of ends) resolve();
  expect((await Promise.allSettled(results)).filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
  expect(begun).toEqual([0, 1, 2, 3, 4]);
});
