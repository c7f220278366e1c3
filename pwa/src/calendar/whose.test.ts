import type { Breach, DatedTrade, Finding } from '@taffrail/domain/discipline';
import type { Account } from '@taffrail/domain/tradelog';
import { describe, expect, test } from 'vitest';
import { breachesOf, chosenOf, tradesOf, whoseIn } from './whose.ts';

const account = (id: string, currency: string) => ({ id, name: `Account ${id}`, currency }) as Account;
const trade = (position_id: string, account_id: string, currency: string) => ({ position_id, account_id, currency }) as DatedTrade;
const breach = (id: string, finding: Partial<Finding>) =>
  ({ id, finding: { account_id: null, currency: null, position_ids: [], ...finding } }) as unknown as Breach;

const choices = whoseIn([account('a', 'USD'), account('b', 'USD'), account('c', 'EUR')]);
const trades = [trade('1', 'a', 'USD'), trade('2', 'b', 'USD'), trade('3', 'c', 'EUR')];
const [euro, dollar, first] = choices as [(typeof choices)[0], (typeof choices)[0], (typeof choices)[0]];

test('money that does not add up is never shown together', () => {
  expect(choices.map(({ key, name }) => [key, name])).toEqual([
    ['EUR', null],
    ['USD', null],
    ['a', 'Account a'],
    ['b', 'Account b'],
  ]);
  expect(tradesOf(dollar, trades).map(({ position_id }) => position_id)).toEqual(['1', '2']);
});

test('what is traded most is shown, unless the address asks for something that there is', () => {
  expect(chosenOf(choices, '', trades)).toBe(dollar);
  expect(chosenOf(choices, 'EUR', trades)).toBe(euro);
  expect(chosenOf(choices, 'gone', trades)).toBe(dollar);
  expect(chosenOf([], '', [])).toBeUndefined();
});

describe('a breach is shown', () => {
  const shown = (whose: typeof first, finding: Partial<Finding>) =>
    breachesOf(whose, [breach('x', finding)], tradesOf(whose, trades)).length === 1;

  test.each([
    ['of its own account', { account_id: 'a' }, true],
    ['not of another account', { account_id: 'b' }, false],
    ['of all accounts with a trade of this one', { position_ids: ['1', '2'] }, true],
    ['not of all accounts without one', { position_ids: ['2'] }, false],
    ['of its currency', { currency: 'USD' }, true],
    ['not of another currency', { currency: 'EUR' }, false],
  ])('%s', (_, finding, is) => {
    expect(shown(first, finding)).toBe(is);
  });
});
