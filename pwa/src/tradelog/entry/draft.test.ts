import { describe, expect, test } from 'vitest';
import { asKind, emptyDraft, isBlank, outcomeOf, withLine, type EntryDraft } from './draft.ts';

const today = '2026-11-21';

function ids(): () => string {
  let count = 0;
  return () => `id ${(count += 1)}`;
}

const nextId = ids();
const blank = (): EntryDraft => emptyDraft(nextId, 'account');
const typed = (draft: EntryDraft, line: string): EntryDraft => withLine(draft, line, today, nextId);

describe('a line and its fields', () => {
  test('what the line says stands in the fields', () => {
    const draft = typed(blank(), '-2 SPX 15FEB30 6100C 12.50 s 20 #premium');
    expect(draft).toMatchObject({ symbol: 'SPX', stop: '20', tags: ['premium'] });
    expect(draft.legs).toMatchObject([
      { instrument_type: 'option', expiry: '2030-02-15', strike: '6100', right: 'call', quantity: '-2', price: '12.50' },
    ]);
    expect(outcomeOf(draft)).toBe('filled');
  });

  test('what it does not say any more is gone from them', () => {
    const draft = typed(typed(blank(), '+100 AAPL 187.20 s 184 #gap'), '+100 AAPL');
    expect(draft).toMatchObject({ stop: undefined, tags: [], legs: [{ price: undefined }] });
    expect(outcomeOf(draft)).toBe('planned');
    expect(isBlank(typed(draft, ''))).toBe(true);
  });

  test('what was typed into a field the line never spoke of stays', () => {
    const before = { ...typed(blank(), '-2 MESZ26 6010.25'), risk: '300', tags: ['mine'] };
    const withExpiry = { ...before, legs: before.legs.map((leg) => ({ ...leg, expiry: '2026-12-18' })) };
    const draft = typed(withExpiry, '-2 MESZ26 6011 s 6020');
    expect(draft).toMatchObject({ risk: '300', tags: ['mine'], stop: '6020' });
    expect(draft.legs).toMatchObject([{ expiry: '2026-12-18', price: '6011' }]);
    expect(draft.legs[0]?.id).toBe(before.legs[0]?.id);
  });

  test('another kind of contract has no terms of the one before', () => {
    const option = typed(blank(), '+1 SPX 15FEB30 6100C 2');
    expect(typed(option, '+100 AAPL 187').legs).toMatchObject([{ instrument_type: 'stock', expiry: null, strike: null, right: null }]);
    const [leg] = option.legs;
    expect(leg && asKind(leg, 'future')).toMatchObject({ expiry: '2030-02-15', strike: null, right: null });
  });
});

test('an order is only what somebody calls one', () => {
  const draft = typed(blank(), '+100 AAPL 187.20');
  expect(outcomeOf({ ...draft, outcome: 'ordered' })).toBe('ordered');
});
