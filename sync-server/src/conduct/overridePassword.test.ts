import { describe, expect, test } from 'vitest';
import { serverContexts } from '../contexts.ts';
import { identityBench } from '../identity/testing/identityBench.ts';
import { conductRoutes, phaseOverrideRoutes } from './index.ts';

const PASSWORD = 'five words in one row';

async function house() {
  const bench = identityBench({
    contexts: serverContexts,
    routes: conductRoutes,
    furnish: ({ identity }) => phaseOverrideRoutes(identity.proofs),
  });
  const owner = await bench.claim();
  await owner.call('POST', '/api/phases/begin', { phase: 'proof' });
  const override = (password: string) =>
    owner.call('POST', '/api/phases/override', { to_phase: 'trial', reason: 'All the same', password });
  return { bench, owner, override };
}

describe('the override password', () => {
  test('is hashed and sealed: the book holds neither it nor its hash', async () => {
    const { bench, owner, override } = await house();
    expect(await owner.call('PUT', '/api/phases/override-password', { password: PASSWORD })).toMatchObject({ status: 204 });
    const rows = bench.workspace('main').read((sql) => sql.all<{ name: string; sealed: Uint8Array }>('SELECT name, sealed FROM secret'));
    expect(rows.map(({ name }) => name)).toEqual(['own/phases.override_password']);
    const kept = Buffer.from(rows[0]!.sealed).toString('latin1');
    expect(kept).not.toContain(PASSWORD);
    expect(kept).not.toContain('argon2');
    expect(bench.workspace('main').secrets.list()).toEqual([]);
    expect(await override(PASSWORD)).toMatchObject({ status: 200, body: { current_phase: 'trial' } });
    bench.close();
  });

  test('is tried five times in a quarter of an hour, and each time is on the record', async () => {
    const { bench, owner, override } = await house();
    await owner.call('PUT', '/api/phases/override-password', { password: PASSWORD });
    for (let tried = 0; tried < 5; tried++) expect(await override('wrong')).toMatchObject({ body: { code: 'override_password_wrong' } });
    expect(await override(PASSWORD)).toMatchObject({ status: 429, body: { code: 'too_many_attempts' } });
    expect((await owner.call('GET', '/api/phases')).body).toMatchObject({ current_phase: 'proof', blocked_attempts: 5 });
    bench.sleep(15 * 60_000 + 1);
    expect(await override(PASSWORD)).toMatchObject({ status: 200, body: { current_phase: 'trial' } });
    bench.close();
  });

  test('is set by an owner who has just shown that it is they, and is a long one', async () => {
    const { bench, owner } = await house();
    expect(await owner.call('PUT', '/api/phases/override-password', { password: 'short' })).toMatchObject({ status: 400 });
    bench.sleep(11 * 60_000);
    expect(await owner.call('PUT', '/api/phases/override-password', { password: PASSWORD })).toMatchObject({ status: 403 });
    bench.close();
  });
});
