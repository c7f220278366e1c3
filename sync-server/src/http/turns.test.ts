import { expect, test } from 'vitest';
import { openTurns } from './turns.ts';

test('each waits for its turn, in order, and others run between two turns', async () => {
  const turns = openTurns();
  const seen: string[] = [];
  const reader = async (name: string): Promise<void> => {
    for (const page of [1, 2]) {
      await turns.next();
      seen.push(`${name}${page}`);
    }
  };
  const other = async (): Promise<void> => {
    for (let n = 0; n < 4; n++) {
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
      seen.push('other');
    }
  };
  await Promise.all([reader('a'), reader('b'), other()]);
  expect(seen.filter((name) => name !== 'other')).toEqual(['a1', 'b1', 'a2', 'b2']);
  expect(seen.slice(0, 6).filter((name) => name === 'other').length).toBeGreaterThanOrEqual(2);
});
