import { describe, expect, it } from 'vitest';
import { logRequest, openLog, type Log } from './log.ts';

type Line = { readonly [name: string]: unknown };

function written(write: (log: Log) => void, level: Parameters<typeof openLog>[0] = 'info'): Line[] {
  const lines: Line[] = [];
  write(openLog(level, { write: (line) => void lines.push(JSON.parse(line) as Line) }));
  return lines;
}

describe('the log', () => {
  it('writes one line a request, with the pattern of its route', () => {
    const [line] = written((log) => logRequest(log, { method: 'GET', route: '/api/positions/:id', status: 200, elapsedMs: 1.2345 }));
    expect(line).toEqual({
      level: 'info',
      time: expect.any(String),
      method: 'GET',
      route: '/api/positions/:id',
      status: 200,
      ms: 1.2,
      msg: 'request',
    });
  });

  it('is silent below its level', () => {
    expect(written((log) => log.info('hello'), 'warn')).toEqual([]);
  });

  it.each([
    'authorization',
    'Cookie',
    'set-cookie',
    'password',
    'new_password',
    'passphrase',
    'token',
    'refreshToken',
    'clientSecret',
    'apiKey',
    'idempotency_key',
    'key',
  ])('hides %s wherever it stands', (name) => {
    const secret = 'hunter2';
    const error = Object.assign(new Error('no'), { headers: { [name]: secret } });
    const lines = written((log) => {
      log.info({ [name]: secret });
      log.info({ a: { b: [{ c: { [name]: { inner: secret } } }] } });
      log.error({ err: error });
      log.error(new Error('outer', { cause: error }));
    });
    expect(lines).toHaveLength(4);
    expect(JSON.stringify(lines)).not.toContain(secret);
  });

  it('keeps what helps to find a fault', () => {
    const [line] = written((log) => log.error({ err: new Error('outer', { cause: new Error('inner') }) }, 'it failed'));
    expect(line).toMatchObject({
      level: 'error',
      msg: 'it failed',
      err: { type: 'Error', message: 'outer: inner', stack: expect.stringContaining('log.test') },
    });
  });

  it('survives a circle, and does not print bytes', () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    const lines = written((log) => log.info({ circle, bytes: new Uint8Array(3) }));
    expect(lines).toMatchObject([{ bytes: '[3 bytes]' }]);
  });
});
