import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { httpBench } from '../http/testing/caller.ts';
import { scratchFolder } from '../storage/testing/scratchFolder.ts';
import { keyFile, memoryKey, openVault, secretRoutes } from './index.ts';

const TOKEN = 'flex-3f9c-never-shown';

describe('a credential', () => {
  it('is named to whoever asks and shown to nobody', async () => {
    const { call, book } = httpBench(secretRoutes);
    const set = await call('PUT', '/api/secrets/broker.flex_token', { value: TOKEN });
    const kept = { name: 'broker.flex_token', set_at: '2025-02-05T10:30:00.000Z', problem: null };
    expect(set).toMatchObject({ status: 200, body: kept });
    const listed = await call('GET', '/api/secrets');
    expect(listed.body).toEqual({ secrets: [kept] });
    const rows = book.sql.all<{ sealed: Uint8Array }>('SELECT sealed FROM secret');
    expect(rows).toHaveLength(1);
    expect(Buffer.from(rows[0]?.sealed ?? []).includes(TOKEN)).toBe(false);
    expect((await call('GET', '/api/secrets/broker.flex_token')).status).toBe(405);
    expect(book.verify().findings).toEqual([]);
    expect(book.sql.all('SELECT * FROM fact')).toEqual([]);
  });

  it('is replaced by setting it again, and gone when removed', async () => {
    const { call, book } = httpBench(secretRoutes);
    await call('PUT', '/api/secrets/feed', { value: 'old' });
    book.sleep(1_000);
    await call('PUT', '/api/secrets/feed', { value: 'new' });
    expect((await call('GET', '/api/secrets')).body.secrets).toMatchObject([{ name: 'feed', set_at: '2025-02-05T10:30:01.000Z' }]);
    expect((await call('DELETE', '/api/secrets/feed')).status).toBe(204);
    expect((await call('GET', '/api/secrets')).body.secrets).toEqual([]);
    expect((await call('DELETE', '/api/secrets/feed')).status).toBe(404);
  });

  it('says so where its key is lost, and is set anew', async () => {
    const { call, book } = httpBench(secretRoutes);
    await call('PUT', '/api/secrets/feed', { value: TOKEN });
    book.loseKey();
    const [lost] = (await call('GET', '/api/secrets')).body.secrets;
    expect(lost.problem).toMatch(/secret\.key.*set this credential again/);
    expect((await call('PUT', '/api/secrets/feed', { value: TOKEN })).body.problem).toBeNull();
    expect((await call('GET', '/api/secrets')).body.secrets).toMatchObject([{ problem: null }]);
  });

  it.each([
    ['an empty one', '/api/secrets/feed', { value: '' }],
    ['one too long', '/api/secrets/feed', { value: 'x'.repeat(4_097) }],
    ['no text', '/api/secrets/feed', { value: 7 }],
    ['a name with capitals', '/api/secrets/Feed', { value: 'x' }],
    ['a name that is too long', `/api/secrets/${'a'.repeat(65)}`, { value: 'x' }],
    ['a name from elsewhere', '/api/secrets/__proto__', { value: 'x' }],
  ])('is refused: %s', async (_, path, body) => {
    const { call } = httpBench(secretRoutes);
    expect(await call('PUT', path, body)).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
    expect((await call('GET', '/api/secrets')).body.secrets).toEqual([]);
  });

  it('that is refused is not repeated in the answer', async () => {
    const answer = await httpBench(secretRoutes).call('PUT', '/api/secrets/feed', { value: TOKEN, extra: TOKEN });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).not.toContain(TOKEN);
  });
});

describe('the vault', () => {
  it('opens only under the same name in the same workspace, unaltered', () => {
    const key = memoryKey();
    const vault = openVault(key, 'main');
    const sealed = vault.seal('feed', TOKEN);
    expect(vault.open('feed', sealed)).toBe(TOKEN);
    expect(vault.open('broker', sealed)).toBeUndefined();
    expect(openVault(key, 'other').open('feed', sealed)).toBeUndefined();
    expect(openVault(memoryKey(), 'main').open('feed', sealed)).toBeUndefined();
    for (let at = 0; at < sealed.length; at++) {
      const altered = Uint8Array.from(sealed, (byte, index) => (index === at ? byte ^ 1 : byte));
      expect(vault.open('feed', altered)).toBeUndefined();
    }
    for (let length = 0; length < sealed.length; length++) expect(vault.open('feed', sealed.subarray(0, length))).toBeUndefined();
  });

  it('seals the same text differently each time', () => {
    const vault = openVault(memoryKey(), 'main');
    expect(vault.seal('feed', TOKEN)).not.toEqual(vault.seal('feed', TOKEN));
  });
});

describe('the key', () => {
  it('is made at the first sealing, for its owner only, and stays', () => {
    const path = join(scratchFolder(), 'data', 'secret.key');
    expect(openVault(keyFile(path), 'main').open('feed', new Uint8Array(40))).toBeUndefined();
    expect(existsSync(path)).toBe(false);
    const sealed = openVault(keyFile(path), 'main').seal('feed', TOKEN);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(path, '..'))).toEqual(['secret.key']);
    const made = readFileSync(path, 'utf8');
    expect(openVault(keyFile(path), 'main').open('feed', sealed)).toBe(TOKEN);
    expect(readFileSync(path, 'utf8')).toBe(made);
  });

  it('is never made over a file that is not a key', () => {
    const path = join(scratchFolder(), 'secret.key');
    writeFileSync(path, 'something else');
    expect(() => openVault(keyFile(path), 'main').seal('feed', TOKEN)).toThrow(/does not hold a key/);
    expect(readFileSync(path, 'utf8')).toBe('something else');
  });
});
