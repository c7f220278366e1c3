import { contexts } from '@taffrail/domain';
import { expect, test } from 'vitest';
import { payloadProblem } from './imports.ts';

const opened = {
  name: 'Main',
  broker: 'Paper',
  currency: 'USD',
  zone: 'America/New_York',
  session_start: '00:00',
  account_max_risk_pct: '1.5',
};

const problemOf = (payload: object) =>
  payloadProblem(contexts, { aggregate_type: 'account', type: 'AccountOpened', payload: { ...payload } });

test('a fact as the log has it is taken, whatever the order of its keys', () => {
  expect(problemOf(opened)).toBeUndefined();
  expect(problemOf(Object.fromEntries(Object.entries(opened).toReversed()))).toBeUndefined();
});

test.each([
  ['a number for its text', { ...opened, account_max_risk_pct: 1.5 }],
  ['another spelling of a number', { ...opened, account_max_risk_pct: '1.50' }],
  ['room around a name', { ...opened, name: ' Main ' }],
])('a fact with %s is not what any log says', (_, payload) => {
  expect(problemOf(payload)).toBe('its payload is written in another way than facts are');
});

test('what it must not say is said with its place', () => {
  expect(problemOf({ ...opened, zone: 'Nowhere' })).toContain('zone');
});
