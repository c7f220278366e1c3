import { describe, expect, test } from 'vitest';
import { isLoopbackAddress, judgeRequest } from './guard.ts';

interface Asked {
  method?: string;
  url?: string;
  host?: string | string[];
  origin?: string;
  site?: string;
  cookie?: string;
  from?: string;
}

const judge = (request: Asked, publicOrigin?: string) => {
  const { method = 'GET', url = '/api/events', host = 'localhost:8787', origin, site, cookie, from = '127.0.0.1' } = request;
  const headers = {
    ...(origin !== undefined && { origin }),
    ...(site !== undefined && { 'sec-fetch-site': site }),
    ...(cookie !== undefined && { cookie }),
  };
  return judgeRequest({ method, url, headers, headersDistinct: { host: [host].flat() }, socket: { remoteAddress: from } }, publicOrigin)
    ?.code;
};

describe('hosts', () => {
  test.each(['localhost', 'localhost:8787', 'LOCALHOST', '127.0.0.1:8787', '127.8.9.10', '[::1]', '[::1]:8787'])(
    '%s is this machine',
    (host) => {
      expect(judge({ host })).toBeUndefined();
    },
  );
  test.each([
    '',
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '192.168.1.1',
    '0.0.0.0',
    '[::]',
    'localhost@evil.example',
    'localhost:x',
  ])('%s is not', (host) => expect(judge({ host })).toBe('wrong_host'));
  test('two hosts are one too many', () => expect(judge({ host: ['localhost', 'localhost'] })).toBe('wrong_host'));
});

describe('behind a proxy that ends TLS', () => {
  const ours = 'https://log.example.org';
  const from = '192.0.2.7';

  test('the public name is answered, whoever brings it', () => {
    expect(judge({ host: 'log.example.org', from }, ours)).toBeUndefined();
    expect(judge({ host: 'LOG.example.org' }, ours)).toBeUndefined();
  });
  test('this machine may still use its own names, and nobody else may', () => {
    expect(judge({ host: 'localhost:8787', from: '::ffff:127.0.0.1' }, ours)).toBeUndefined();
    expect(judge({ host: 'localhost:8787', from }, ours)).toBe('not_by_origin');
    expect(judge({ host: '192.168.1.10:8787', from }, ours)).toBe('not_by_origin');
    expect(judge({ host: 'log.example.org.evil.example', from }, ours)).toBe('not_by_origin');
  });
  test.each([
    [ours, 'same-origin', undefined],
    ['http://log.example.org', 'cross-site', 'cross_site'],
    ['http://log.example.org', undefined, 'cross_site'],
    ['https://log.example.org:8443', undefined, 'cross_site'],
    ['https://evil.example', undefined, 'cross_site'],
  ])('a change from a page of %s', (origin, site, code) => {
    expect(judge({ method: 'POST', host: 'log.example.org', from, origin, ...(site && { site }) }, ours)).toBe(code);
  });
});

describe('targets', () => {
  test.each([
    '/',
    '/api/events',
    '/api/events?after=0',
    '/api/day/2026-03-02',
    '/api/x/caf%C3%A9',
    '/api/x/a%20b',
    '/api/x/a.b',
    '/api/x/..a',
    '/x?log=a%2Fb%2e',
  ])('%s is plain', (url) => expect(judge({ url })).toBeUndefined());
  test.each([
    '',
    '*',
    'http://localhost/api/events',
    'api/events',
    '//api/events',
    '/api//events',
    '/api/../events',
    '/api/./events',
    '/api/..',
    '/api/%2e%2e/events',
    '/api/%2E%2E/events',
    '/api/%252e%252e/events',
    '/api/%2fevents',
    '/api/%5cevents',
    '/api\\events',
    '/api/%00',
    '/api/%0d%0aX:1',
    '/api/%61bc',
    '/api/caf%c3%a9',
    '/api/%C3',
    '/api/%',
    '/api/%zz',
    '/api/é',
    '/api/a b',
    '/api/events?after=%',
    '/api/events?after=%ff',
  ])('%s is not', (url) => expect(judge({ url })).toBe('malformed_target'));
});

describe('changes from a page', () => {
  test.each([
    ['a script, which says nothing about itself', {}, undefined],
    ['our own page', { origin: 'http://localhost:8787', site: 'same-origin' }, undefined],
    ['a person typing', { site: 'none' }, undefined],
    ['another site', { origin: 'https://evil.example', site: 'cross-site' }, 'cross_site'],
    ['another port of this machine', { origin: 'http://localhost:3000', site: 'same-site' }, 'cross_site'],
    ['a page without an origin', { origin: 'null' }, 'cross_site'],
    ['another site that hides its origin', { site: 'cross-site' }, 'cross_site'],
  ])('%s', (_, from, code) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) expect(judge({ method, ...from })).toBe(code);
  });

  test.each(['chrome-extension://abcdefghijklmnopabcdefghijklmnop', 'moz-extension://2d2f6a7c-1e4f-4c1a-9d43-0c5f7f3f9a10'])(
    '%s speaks by its token, and never by the cookie of the browser it is in',
    (origin) => {
      expect(judge({ method: 'POST', origin, site: 'none' })).toBeUndefined();
      expect(judge({ method: 'POST', origin, site: 'cross-site' })).toBeUndefined();
      expect(judge({ method: 'POST', origin, site: 'none', cookie: 'session=1' })).toBe('cross_site');
      expect(judge({ method: 'POST', origin: `https://evil.example/${origin}` })).toBe('cross_site');
    },
  );

  test('reading is left to the browser, which does not show the answer to another site', () => {
    expect(judge({ method: 'GET', origin: 'https://evil.example', site: 'cross-site' })).toBeUndefined();
  });
});

test.each([
  ['127.0.0.1', true],
  ['127.0.0.2', true],
  ['::1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['::', false],
  ['10.0.0.1', false],
  ['', false],
])('listening on %s stays on this machine: %s', (address, stays) => expect(isLoopbackAddress(address)).toBe(stays));
