import { expect, test } from 'vitest';
import { formatsFor } from './formats.ts';

test('a sentence that was written for everybody is read with the moments, days, amounts and percentages of the reader', () => {
  const written = 'ACME was opened at 2026-03-02T14:30:00.000Z; 1.5 % was meant to be risked, 100 % would be all.';
  expect(formatsFor('en-US', 'America/New_York').sentence(written)).toBe(
    'ACME was opened at Mar 2, 2026, 09:30 AM; 1.5% was meant to be risked, 100% would be all.',
  );
  expect(formatsFor('de-DE', 'UTC').sentence('The win rate is 45.5 %.')).toBe('The win rate is 45,5\u00A0%.');
  expect(formatsFor('en-US', 'UTC').sentence('3 losses in a row on 2026-03-02; 3 lead back a phase.')).toBe(
    '3 losses in a row on Mar 2, 2026; 3 lead back a phase.',
  );
  const allowed = 'Trial allows 200.00 USD in one trade; 6200.00 USD is meant to be put in.';
  expect(formatsFor('en-US', 'UTC').sentence(allowed)).toBe('Trial allows $200.00 in one trade; $6,200.00 is meant to be put in.');
  expect(formatsFor('de-DE', 'UTC').sentence('6200.00 USD und 5 MES am 2026-03-02')).toBe('6.200,00\u00A0$ und 5 MES am 2. März 2026');
});
