import { describe, expect, it } from 'vitest';
import { decimal } from '../kernel/index.ts';
import { usualSettings } from './index.ts';
import { positionSizeOn } from './scaling.ts';

const { scaling, trial, experience } = usualSettings;
const NEXT = '2026-12-31';

/** + made money, - lost, 0 broke even: one day each. */
const days = (signs: string) =>
  Array.from(signs).map((sign, place) => ({
    day: Temporal.PlainDate.from('2026-01-01').add({ days: place }).toString(),
    net: decimal(sign === '0' ? '0' : `${sign === '-' ? '-' : ''}12.34`),
  }));
const after = (signs: string) => positionSizeOn(NEXT, scaling, days(signs));

describe('the position size of Scaling', () => {
  it.each([
    ['', '200'],
    ['+', '290'],
    ['++', '380'],
    ['0', '200'],
    ['+0+', '380'],
    ['+'.repeat(19), '1910'],
    ['+'.repeat(20), '2000'],
    ['+'.repeat(40), '2000'],
    ['-', '200'],
    ['--+', '290'],
    ['++++-', '380'],
    [`${'+'.repeat(40)}-`, '1820'],
    [`${'+'.repeat(20)}${'-'.repeat(10)}`, '200'],
  ])('after %s is %s', (signs, size) => {
    expect(after(signs)).toBe(size);
  });

  it('stands for the whole day: only days before it count', () => {
    expect(positionSizeOn('2026-01-03', scaling, days('+++++'))).toBe('380');
    expect(positionSizeOn('2026-01-03', scaling, days('++---'))).toBe('380');
  });

  it('is the one size of a phase that has one', () => {
    expect(positionSizeOn(NEXT, trial, days('+++'))).toBe('200');
    expect(positionSizeOn(NEXT, experience, days('+++'))).toBe('0');
  });
});
