import { describe, expect, it } from 'vitest';
import { evidenceSourceSchema } from './evidence.ts';

const takes = (url: string) => evidenceSourceSchema.safeParse({ kind: 'url', url }).success;

describe('an address that serves as evidence', () => {
  it.each(['https://example.org', 'http://example.org:8080/a?b=c#d', 'HTTPS://EXAMPLE.ORG/A', 'https://example.org/@name'])(
    'may be %s',
    (url) => {
      expect(takes(url)).toBe(true);
    },
  );

  it.each([
    'javascript:alert(1)',
    'data:text/html,<script>',
    'file:///etc/passwd',
    'ftp://example.org',
    '//example.org',
    'example.org',
    'https://',
    'https:///path',
    'https://name:word@example.org/',
    'https://example.org/a b',
    'https://example.org/\u202Egnp',
    `https://example.org/${'x'.repeat(2_000)}`,
    ' https://example.org',
  ])('cannot be %s', (url) => {
    expect(takes(url)).toBe(false);
  });
});
