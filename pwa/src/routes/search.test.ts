import { expect, test } from 'vitest';
import { choiceParam, listParam, readSearch, textParam, writtenSearch } from './search.ts';

const params = { q: textParam, status: choiceParam(['open', 'closed']), tags: listParam };

test('an address without filters says that there are none', () => {
  expect(readSearch(params, '')).toEqual({ q: '', status: undefined, tags: [] });
});

test('what is written is read back, commas and all', () => {
  const values = { q: 'ES & co', status: 'closed', tags: ['gap, small', '100%'] } as const;
  expect(readSearch(params, `?${writtenSearch(params, '', values)}`)).toEqual({ ...values, tags: ['gap, small', '100%'] });
});

test('what an address may not say is as if it said nothing', () => {
  expect(readSearch(params, '?status=sideways').status).toBeUndefined();
  expect(readSearch(params, '?tags=%25E0%25A4%25A').tags).toEqual(['%E0%A4%A']);
});

test('a change leaves the rest of the address alone, and nothing is written for nothing', () => {
  expect(writtenSearch(params, '?q=ES&status=open&sort=net', { q: '', tags: [] }).toString()).toBe('status=open&sort=net');
});
