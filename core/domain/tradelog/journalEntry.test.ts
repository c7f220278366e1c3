import { describe, expect, it } from 'vitest';
import type { JournalEntry } from './journalEntry.ts';
import { ACCOUNT, bookWithAccount, codeOf, idOf, stock } from './testing/book.ts';

const [POSITION, ENTRY] = [idOf(10), idOf(60)] as const;

function written() {
  const book = bookWithAccount();
  book.did('CreatePosition', POSITION, { account_id: ACCOUNT, symbol: 'AAPL', legs: [stock(idOf(11))] });
  book.did('WriteJournalEntry', ENTRY, { position_id: POSITION, object_of_reflection: 'Why so early?', phase: 'entry' });
  return book;
}

describe('a journal entry', () => {
  it('is about one position and one thing', () => {
    expect(written().stateOf<JournalEntry>('journal_entry', ENTRY)).toMatchObject({
      position_id: POSITION,
      object_of_reflection: 'Why so early?',
      bias_flags: [],
      notes: null,
      withdrawn: null,
    });
  });

  it('is revised where it is told to and stays the same elsewhere', () => {
    const book = written();
    book.edited('ReviseJournalEntry', ENTRY, { notes: 'Fear of missing out.\nAgain.', bias_flags: ['fomo'] });
    expect(book.stateOf<JournalEntry>('journal_entry', ENTRY)).toMatchObject({
      object_of_reflection: 'Why so early?',
      notes: 'Fear of missing out.\nAgain.',
      bias_flags: ['fomo'],
    });
    expect(codeOf(book.edit('ReviseJournalEntry', ENTRY, {}))).toBe('nothing_to_change');
  });

  it('is withdrawn once, and not revised afterwards', () => {
    const book = written();
    book.edited('WithdrawJournalEntry', ENTRY, {});
    expect(codeOf(book.edit('WithdrawJournalEntry', ENTRY, {}))).toBe('entry_withdrawn');
    expect(codeOf(book.edit('ReviseJournalEntry', ENTRY, { phase: 'exit' }))).toBe('entry_withdrawn');
  });

  it.each([
    ['an unknown position', { position_id: idOf(12) }, 'not_found'],
    ['nothing to reflect on', { object_of_reflection: ' ' }, 'invalid_input'],
    ['a reflection too long', { object_of_reflection: 'x'.repeat(2_001) }, 'invalid_input'],
    ['a phase nobody knows', { phase: 'regret' }, 'invalid_input'],
    ['too many flags', { bias_flags: Array.from({ length: 21 }, (_, at) => `f${at}`) }, 'invalid_input'],
  ])('is refused for %s', (_, more, code) => {
    const entry = { position_id: POSITION, object_of_reflection: 'Size', phase: 'exit', ...more };
    expect(codeOf(written().ask('WriteJournalEntry', idOf(61), entry))).toBe(code);
  });
});
