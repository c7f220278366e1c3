import { describe, expect, test } from 'vitest';
import { link, matchPath, paths } from './paths.ts';

describe('an address leads to its place', () => {
  test.each([
    ['/', 'today', {}],
    ['/positions', 'positions', {}],
    ['/positions/', 'positions', {}],
    ['/positions/new', 'newPosition', {}],
    ['/positions/01955e1c-6d2b-7a3e-9f40-2b8c1d5e7a91', 'position', { id: '01955e1c-6d2b-7a3e-9f40-2b8c1d5e7a91' }],
    ['/day', 'days', {}],
    ['/day/2026-03-02', 'day', { day: '2026-03-02' }],
    ['/positions/a%2Fb', 'position', { id: 'a/b' }],
    ['/positions/%E0%A4%A', 'position', { id: '%E0%A4%A' }],
  ])('%s', (pathname, name, params) => {
    expect(matchPath(pathname)).toEqual({ name, params });
  });

  test.each(['/nowhere', '/positions/1/2', '/Positions', '/day/2026-03-02/notes'])('%s leads nowhere', (pathname) => {
    expect(matchPath(pathname)).toBeUndefined();
  });
});

test('every place is found again by its own link', () => {
  for (const [name, path] of Object.entries(paths)) {
    const own = Object.fromEntries([...path.matchAll(/:(\w+)/g)].map(([, param]) => [param, 'a/b ?#%']));
    const href = (link as (name: string, params: object) => string)(name, own);
    expect(matchPath(href)).toEqual({ name, params: own });
  }
});

test('a link carries what its address says besides the path', () => {
  expect(link('positions', undefined, { q: 'BRK B&C' })).toBe('/positions?q=BRK+B%26C');
  expect(link('position', { id: '7' }, {})).toBe('/positions/7');
});
