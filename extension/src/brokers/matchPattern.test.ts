import { describe, expect, test } from 'vitest';
import { flawOfMatch, isMatched } from './matchPattern.ts';

describe('a pattern of pages', () => {
  test.each([
    'https://trade.example.com/*',
    'https://*.example.com/portal/*',
    'https://*.example.co.uk/*',
    'http://localhost/*',
    'http://127.0.0.1:8080/ticket',
  ])('%s names pages of one broker', (pattern) => {
    expect(flawOfMatch(pattern)).toBeUndefined();
  });

  test.each([
    '<all_urls>',
    '*://*/*',
    'https://*/*',
    'https://*.com/*',
    'https://*.co.uk/*',
    'https://com/*',
    'http://trade.example.com/*',
    'file:///*',
    'https://trade.example.com',
    'https://tr*de.example.com/*',
    'https://user@example.com/*',
    'javascript:alert(1)',
    '',
  ])('%s is refused', (pattern) => {
    expect(flawOfMatch(pattern)).toBeTypeOf('string');
  });

  test.each([
    ['https://trade.example.com/*', 'https://trade.example.com/app?x=1', true],
    ['https://trade.example.com/*', 'https://trade.example.com.evil.org/', false],
    ['https://trade.example.com/*', 'http://trade.example.com/', false],
    ['https://trade.example.com/*', 'https://other.example.com/', false],
    ['https://*.example.com/chart/*', 'https://de.example.com/chart/x', true],
    ['https://*.example.com/chart/*', 'https://example.com/chart/', true],
    ['https://*.example.com/chart/*', 'https://notexample.com/chart/', false],
    ['https://*.example.com/chart/*', 'https://de.example.com/x/chart/', false],
    ['https://trade.example.com/a*b', 'https://trade.example.com/ab', true],
    ['https://trade.example.com/ab*b', 'https://trade.example.com/ab', false],
    ['https://trade.example.com/*/ticket/*', 'https://trade.example.com/en/ticket/1', true],
    ['https://trade.example.com/ticket', 'https://trade.example.com/ticket/1', false],
    ['https://trade.example.com/*', 'nonsense', false],
  ])('%s and %s: %j', (pattern, address, is) => {
    expect(isMatched(pattern, address)).toBe(is);
  });
});
