import { expect, test } from 'vitest';
import { addressOf } from './address.ts';

test.each([
  ['192.0.2.1', undefined, '192.0.2.1'],
  ['::ffff:192.0.2.1', undefined, '192.0.2.1'],
  ['2001:db8::1', undefined, '2001:db8::1'],
  [undefined, undefined, 'unknown'],
  ['127.0.0.1', '192.0.2.1', '192.0.2.1'],
  ['::1', '2001:db8::1', '2001:db8::1'],
  // What a caller claims stands before what the proxy adds.
  ['127.0.0.1', '127.0.0.1, 192.0.2.1', '192.0.2.1'],
  ['127.0.0.1', 'nonsense', '127.0.0.1'],
  ['127.0.0.1', '', '127.0.0.1'],
  // Not from a proxy of ours.
  ['198.51.100.1', '192.0.2.1', '198.51.100.1'],
])('a connection from %s that says %j comes from %s', (connected, forwardedFor, address) => {
  expect(addressOf(connected, forwardedFor)).toBe(address);
});
