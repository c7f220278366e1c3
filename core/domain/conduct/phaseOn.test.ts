import { describe, expect, it } from 'vitest';
import { openPhaseBook } from '../phases/testing/phaseBook.ts';
import { phaseOn } from './phaseOn.ts';

describe('the phase of a day', () => {
  const book = openPhaseBook();
  book.begin('experience', '2026-01-10T15:00:00.000Z');
  book.override('proof', true, {}, '2026-02-03T15:00:00.000Z');
  book.override('trial', false, {}, '2026-02-10T15:00:00.000Z');
  book.override('experience', true, {}, '2026-02-20T15:00:00.000Z');

  it.each([
    ['2026-01-09', null],
    ['2026-01-10', 'experience'],
    ['2026-02-02', 'experience'],
    ['2026-02-03', 'proof'],
    ['2026-02-19', 'proof'],
    ['2026-02-20', 'experience'],
    ['2026-03-01', 'experience'],
  ])('at the end of %s was %s', (day, phase) => {
    expect(phaseOn(day, book.progress(), book.settings())).toBe(phase);
  });

  it('is none where none was begun', () => {
    expect(phaseOn('2026-03-01', undefined, undefined)).toBeNull();
  });
});
