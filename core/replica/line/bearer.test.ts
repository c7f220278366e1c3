import { afterEach, expect, it, vi } from 'vitest';
import { openBearer, type Bearer, type KeptTokens } from './bearer.ts';
import { openHttp } from './http.ts';
import { httpLine } from './httpLine.ts';

const { signal } = new AbortController();

afterEach(() => void vi.unstubAllGlobals());

/** A server that takes one access token at a time, and hands out the next for a refresh token that was not used. */
function pairedWith({ revoked = false } = {}) {
  let kept: KeptTokens = { access_token: 'access-0', refresh_token: 'refresh-0', good_until_ms: 1000 };
  let made = 0;
  let nowMs = 0;
  const exchanged: string[] = [];
  const problem = (status: number, code: string) => Response.json({ code, detail: `It is ${code}.`, details: {} }, { status });

  vi.stubGlobal('fetch', async (url: string, { headers, body }: { headers: Record<string, string>; body?: string }) => {
    if (url.endsWith('/refresh')) {
      const { refresh_token } = JSON.parse(body ?? '') as { refresh_token: string };
      exchanged.push(refresh_token);
      if (revoked || refresh_token !== `refresh-${made}`) return problem(401, 'pairing_needed');
      made += 1;
      return Response.json({ access_token: `access-${made}`, refresh_token: `refresh-${made}`, expires_in: 60 });
    }
    if (revoked || headers['authorization'] !== `Bearer access-${made}`) return problem(401, 'sign_in_needed');
    return Response.json({ log_id: 'log', events: [], last_seq: 0, has_more: false });
  });

  let turn: Promise<unknown> = Promise.resolve();
  const locks = { hold: (_: string, __: AbortSignal, work: () => Promise<void>) => (turn = turn.then(work)) as Promise<void> };
  const shelf = { read: async () => kept, write: async (tokens: KeptTokens) => void (kept = tokens) };
  const bearer: Bearer = openBearer({ name: 'book', origin: '', shelf, locks, clock: { nowMs: () => nowMs } });
  return { bearer, exchanged, later: (ms: number) => void (nowMs += ms) };
}

it('is exchanged when it is over, once for all that ask at the same time', async () => {
  const { bearer, exchanged, later } = pairedWith();
  expect(await bearer.token(signal)).toBe('access-0');
  later(2000);
  expect(await Promise.all([bearer.token(signal), bearer.token(signal)])).toEqual(['access-1', 'access-1']);
  expect(exchanged).toEqual(['refresh-0']);
});

it('a device that was revoked is told so, and does not wait for somebody to sign in', async () => {
  const { bearer } = pairedWith({ revoked: true });
  const line = httpLine(openHttp({ origin: 'http://127.0.0.1', workspaceId: 'main', bearer }));
  expect(await line.events(0, 10, 'log', signal)).toMatchObject({ kind: 'revoked' });
});
