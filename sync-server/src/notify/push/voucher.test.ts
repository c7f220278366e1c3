import { createPublicKey, verify } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../../storage/testing/scratchFolder.ts';
import { serverKeyIn } from './serverKey.ts';
import { voucher } from './voucher.ts';

const claims = { audience: 'https://push.example.net', expiresAt: '2016-01-23T04:36:08.000Z', contact: 'mailto:push@example.com' };

/** As a push service does it. */
function verifies(shown: string): boolean {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(shown) ?? [];
  const [header, payload, signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'));
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x!, y: y! }, format: 'jwk' });
  const bytes = Buffer.from(signature, 'base64url');
  return verify('sha256', Buffer.from(`${header}.${payload}`), { key: publicKey, dsaEncoding: 'ieee-p1363' }, bytes);
}

// Section 2.4 of RFC 8292. A signature is random, so it is what was signed that is compared.
const published =
  'vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0.i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs';

describe('what a push service is shown', () => {
  it('reads as in RFC 8292 and verifies like it', () => {
    const shown = voucher(serverKeyIn(join(scratchFolder(), 'push.key')), claims);
    const signedPart = (text: string) => text.split('.').slice(0, 2).join('.');
    expect(signedPart(shown)).toBe(signedPart(published));
    expect(verifies(published)).toBe(true);
    expect(verifies(shown)).toBe(true);
    expect(verifies(shown.replace('.eyJhdWQ', '.eyJhdWR'))).toBe(false);
  });
});

describe("the server's key", () => {
  it('is made once, for its owner only, and stays', () => {
    const path = join(scratchFolder(), 'data', 'push.key');
    const made = serverKeyIn(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(serverKeyIn(path).publicKey).toBe(made.publicKey);
    expect(Buffer.from(made.publicKey, 'base64url')).toHaveLength(65);
  });

  it('is never made over a file that is not a key', () => {
    const path = join(scratchFolder(), 'push.key');
    writeFileSync(path, 'something else');
    expect(() => serverKeyIn(path)).toThrow(/does not hold a key/);
    expect(readFileSync(path, 'utf8')).toBe('something else');
  });
});
