import type { Fill } from '@taffrail/domain/tradelog';
import { expect, test } from 'vitest';
import { isFar, lastPriceOf } from './farPrice.ts';

test.each([
  ['1662', '165', true],
  ['16.62', '165', true],
  ['330.01', '165', true],
  ['330', '165', false],
  ['166.2', '165', false],
  ['82.5', '165', false],
  // Where a price can be negative it says nothing about the next one.
  ['20', '-5', false],
  ['-37', '10', false],
])('%s after %s: %s', (price, last, far) => expect(isFar(price, last)).toBe(far));

const fill = (id: string, price: string | null, part: Partial<Fill> = {}): Fill =>
  ({ id, leg_id: 'leg', price, voided: false, occurred_at: `2026-03-0${id}T15:00:00.000Z`, ...part }) as Fill;

test('the last price is that of the latest fill that counts', () => {
  const fills = [fill('3', '12'), fill('1', '10'), fill('4', '99', { voided: true }), fill('5', null), fill('6', '7', { leg_id: 'other' })];
  const leg = { id: 'leg', instrument_type: 'stock' } as const;
  expect(lastPriceOf(fills, leg)).toBe('12');
  expect(lastPriceOf(fills, leg, '3')).toBe('10');
  expect(lastPriceOf([], leg)).toBeUndefined();
  expect(lastPriceOf(fills, { ...leg, instrument_type: 'option' })).toBeUndefined();
});
