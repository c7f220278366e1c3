import { expect, test } from 'vitest';
import { pairingDigits } from './digits.ts';

test('digits are six, and others for another phone that brings the same secret', () => {
  const phones = Array.from({ length: 100 }, (_, index) => `phone ${index}`);
  const digits = phones.map((phone) => pairingDigits('secret', phone));
  for (const each of digits) expect(each).toMatch(/^\d{3} \d{3}$/);
  expect(new Set(digits).size).toBeGreaterThan(95);
  expect(phones.map((phone) => pairingDigits('secret', phone))).toEqual(digits);
});
