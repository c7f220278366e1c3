import { describe, expect, test } from 'vitest';
import { differences } from './differences.ts';

describe('two sides of the same thing', () => {
  test('differ in the fields that a trader can tell apart', () => {
    const mine = { id: '1', tags: ['breakout'], plan: { stop: '9', target: '12' }, created_at: '2026-03-10T20:00:00.000Z' };
    const theirs = { id: '1', tags: [], plan: { stop: '9.5', target: '12' }, created_at: '2026-03-10T20:00:01.000Z' };
    expect(differences(mine, theirs)).toEqual([
      { field: 'tags', mine: ['breakout'], theirs: [] },
      { field: 'stop', mine: '9', theirs: '9.5' },
    ]);
  });

  test('where one side has nothing, are all that the other has', () => {
    expect(differences({ plan: null }, { plan: { stop: '9' } })).toEqual([{ field: 'stop', mine: undefined, theirs: '9' }]);
    expect(differences({ name: 'Main' }, undefined)).toEqual([{ field: 'name', mine: 'Main', theirs: undefined }]);
  });

  test('an amount differs as a whole', () => {
    const [mine, theirs] = [{ risk: { currency: 'USD', minor: 7_500 } }, { risk: { currency: 'USD', minor: 9_000 } }];
    expect(differences(mine, theirs)).toEqual([{ field: 'risk', mine: mine.risk, theirs: theirs.risk }]);
  });

  test('that are alike differ in nothing, whatever order their fields are in', () => {
    expect(differences({ a: 1, b: { c: [1] } }, { b: { c: [1] }, a: 1 })).toEqual([]);
    expect(differences({ plan: null }, {})).toEqual([]);
  });
});
