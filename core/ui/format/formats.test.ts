import { expect, test } from 'vitest';
import { formatsFor } from './formats.ts';

test('a sentence that was written for everybody is read with the moments and percentages of the reader', () => {
  const written = 'ACME was opened at 2026-03-02T14:30:00.000Z; 1.5 % was meant to be risked, 100 % would be all.';
  expect(formatsFor('en-US', 'America/New_York').sentence(written)).toBe(
    'ACME was opened at Mar 2, 2026, 09:30 AM; 1.5% was meant to be risked, 100% would be all.',
  );
  expect(formatsFor('de-DE', 'UTC').sentence('The win rate is 45.5 %.')).toBe('The win rate is 45,5\u00A0%.');
  expect(formatsFor('en-US', 'UTC').sentence('3 losses in a row on 2026-03-02; 3 lead back a phase.')).toBe(
    '3 losses in a row on 2026-03-02; 3 lead back a phase.',
  );
});
