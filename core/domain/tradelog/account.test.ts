import { describe, expect, it } from 'vitest';
import type { Account } from './account.ts';
import { ACCOUNT, bookWithAccount, codeOf, idOf, openBook, stock } from './testing/book.ts';

describe('an account', () => {
  it('starts its day at midnight and limits no risk unless told so', () => {
    expect(bookWithAccount(undefined, {}).stateOf<Account>('account', ACCOUNT)).toMatchObject({
      session_start: '00:00',
      account_max_risk_pct: null,
      closed: false,
    });
  });

  it('keeps its currency for ever', () => {
    const answer = bookWithAccount().edit('ChangeAccount', ACCOUNT, { currency: 'EUR' });
    expect(answer).toMatchObject({ code: 'account_currency_fixed', details: { currency: 'USD' } });
  });

  it('records only what really changes', () => {
    const book = bookWithAccount();
    book.edited('ChangeAccount', ACCOUNT, { name: 'Swing', broker: 'Any', account_max_risk_pct: 1.5 });
    expect(book.facts.at(-1)?.payload).toEqual({ name: 'Swing', account_max_risk_pct: '1.5' });
    expect(codeOf(book.edit('ChangeAccount', ACCOUNT, { name: 'Swing' }))).toBe('nothing_to_change');
  });

  it('takes no new positions while it is closed', () => {
    const book = bookWithAccount();
    const create = () => book.ask('CreatePosition', idOf(10), { account_id: ACCOUNT, symbol: 'AAPL', legs: [stock(idOf(11))] });
    book.edited('CloseAccount', ACCOUNT, {});
    expect(codeOf(create())).toBe('account_closed');
    book.edited('ReopenAccount', ACCOUNT, {});
    expect(codeOf(create())).toBe('accepted');
  });

  it('is edited only on the version that was seen', () => {
    const book = bookWithAccount();
    book.edited('ChangeAccount', ACCOUNT, { name: 'Swing' });
    expect(book.ask('ChangeAccount', ACCOUNT, { name: 'Day' }, { expected_version: 1 })).toMatchObject({
      code: 'version_conflict',
      details: { current_version: 2 },
    });
    expect(codeOf(book.ask('ChangeAccount', ACCOUNT, { name: 'Day' }))).toBe('version_required');
  });

  it.each([
    ['a name in two lines', { name: 'a\r\nb' }],
    ['an empty name', { name: '  ' }],
    ['a name that reads backwards', { name: 'a\u202Eb' }],
    ['a name with half a character', { name: '\uD800' }],
    ['an offset for a zone', { zone: '+02:00' }],
    ['more than all the risk', { account_max_risk_pct: '101' }],
    ['a field nobody knows', { colour: 'red' }],
  ])('is refused with %s', (_, terms) => {
    const account = { name: 'Main', broker: 'Any', currency: 'USD', zone: 'UTC', ...terms };
    expect(codeOf(openBook().ask('OpenAccount', ACCOUNT, account))).toBe('invalid_input');
  });
});
