import { kernelRefusals } from '@taffrail/domain/kernel';
import { expect, test } from 'vitest';
import { fieldOf, sentenceOfRefusal } from './refused.ts';

test('an input that could not be read stands beside its field, without its path', () => {
  const refusal = kernelRefusals.invalid_input({ at: 'fills.0.price', problem: 'a price is a decimal number' });
  expect(fieldOf(refusal)).toBe('price');
  expect(sentenceOfRefusal(refusal)).toBe('A price is a decimal number.');
});

test('a refusal is about the field that can be changed to please it', () => {
  const refusal = (code: string, details = {}) => ({ refused: true as const, code, sentence: code, details });
  expect(fieldOf(refusal('option_terms_missing', { leg_id: 'x', missing: ['strike', 'right'] }))).toBe('strike');
  expect(fieldOf(refusal('amount_too_fine', { what: 'A fee' }))).toBe('fees');
  expect(fieldOf(refusal('fill_in_the_future'))).toBe('occurred_at');
  expect(fieldOf(refusal('position_merged'))).toBeUndefined();
});

test('what has no better words is said as it was decided', () => {
  const refusal = kernelRefusals.unknown_command({ type: 'Guess' });
  expect(sentenceOfRefusal(refusal)).toBe(refusal.sentence);
});
