import { describe, expect, it } from 'vitest';
import { safeAddress, typedAddress } from './address.ts';

describe('a link leads', () => {
  it.each(['https://example.com/a?b#c', 'http://example.com/', 'mailto:desk@example.com'])('to %s', (address) => {
    expect(safeAddress(address)).toBe(address);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'blob:https://example.com/1',
    'file:///etc/passwd',
    'vbscript:x',
    '/positions',
    '//example.com',
    '',
    null,
    undefined,
    7,
    { toString: () => 'https://example.com' },
  ])('never to %j', (address) => {
    expect(safeAddress(address)).toBeUndefined();
  });
});

describe('an address as somebody types it', () => {
  it.each([
    ['example.com', 'https://example.com/'],
    ['example.com/chart?day=1', 'https://example.com/chart?day=1'],
    [' https://example.com ', 'https://example.com/'],
    ['desk@example.com', 'mailto:desk@example.com'],
  ])('%s is %s', (typed, address) => {
    expect(typedAddress(typed)).toBe(address);
  });

  it.each(['', 'two words', 'javascript:alert(1)', 'nothing'])('%j is none', (typed) => {
    expect(typedAddress(typed)).toBeUndefined();
  });
});
