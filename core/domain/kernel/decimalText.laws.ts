import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalText } from './decimal.ts';
import { priceSchema } from './decimalText.ts';

const prices = fc
  .record({ coefficient: fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }), scale: fc.integer({ min: 0, max: 12 }) })
  .map(decimalText);

test('what was kept once is kept unchanged for ever', () => {
  fc.assert(
    fc.property(prices, (text) => {
      expect(priceSchema.parse(text)).toBe(text);
    }),
  );
});

test('a number and its shortest text are one price, wherever the number is certain', () => {
  const numbers = fc.tuple(fc.integer({ min: -(10 ** 15) + 1, max: 10 ** 15 - 1 }), fc.integer({ min: 0, max: 12 }));
  fc.assert(
    fc.property(numbers, ([coefficient, scale]) => {
      const text = decimalText({ coefficient: BigInt(coefficient), scale });
      expect(priceSchema.parse(Number(text))).toBe(text);
    }),
  );
});

test('no input, however odd, does more than be refused or become a canonical price', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.string(), fc.double()), (input) => {
      const answer = priceSchema.safeParse(input);
      if (answer.success) expect(priceSchema.parse(answer.data)).toBe(answer.data);
      else expect(answer.error.issues[0]?.message).toMatch(/^[a-z].*[^.]$/);
    }),
  );
});
