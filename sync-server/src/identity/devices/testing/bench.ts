import { Hono } from 'hono';
import { addMs, isRefusal, type Instant } from '@taffrail/domain/kernel';
import { coreRoutes, mount, openStreams, serve, type App, type DevicePrincipal } from '../../../http/index.ts';
import { openMemory } from '../../../storage/index.ts';
import { workspaceBench } from '../../../workspace/testing/bench.ts';
import { admission } from '../../admission.ts';
import { readAudit, type AuditRecord } from '../../audit.ts';
import { sessionCookie } from '../../cookie.ts';
import { addMember, removeMember } from '../../members.ts';
import { openRegistry } from '../../registry.ts';
import { openRevocations } from '../../revocations.ts';
import { beginSession } from '../../sessions.ts';
import { addUser } from '../../users.ts';
import { addWorkspace } from '../../workspaces.ts';
import { openDevices } from '../index.ts';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads answers as it expects them to be
  readonly body: any;
}

/** Somebody who asks: a person at a browser, a device with its token, or nobody in particular. */
export interface Asker {
  call(method: string, path: string, body?: unknown): Promise<Answered>;
}

export interface Person extends Asker {
  readonly userId: string;
  /** Lets in whatever waits under a code. */
  approve(userCode: string, workspaceId?: string): Promise<Answered>;
}

/** Devices behind the real gate, with people who are signed in, and a clock that moves when told to. */
export function devicesBench() {
  const memory = openMemory();
  let now: Instant = '2026-03-02T14:30:00.000Z';
  const registry = openRegistry(memory.sql, { now: () => now, elapsedMs: () => 0 });
  const revocations = openRevocations();
  const devices = openDevices({ registry, revocations, origin: () => 'https://log.example.org' });
  const cookie = sessionCookie(false);
  const workspace = workspaceBench().open();
  const log = { error: (about: object) => void failures.push(about) };
  const failures: object[] = [];
  const streams = openStreams(log);
  const app: App = new Hono();
  const find = (token: string, address: string): DevicePrincipal | undefined => devices.find(token, address);
  mount(app, [...devices.routes, ...coreRoutes], {
    admit: admission({ registry, cookie, findDevice: find, openWorkspace: () => workspace }),
    onRevoked: ({ principal, workspaceId }, ended) => revocations.onRevoked(principal, workspaceId, ended),
    isBehindProxy: true,
    streams,
    log,
    served: () => {},
  });

  const askerWith = (headers: { readonly [name: string]: string }): Asker => ({
    call: (method, path, body) => call(app, method, path, body, headers),
  });

  /** A person whose session is as fresh as the moment it was made. */
  function person(name: string, workspaceId: string, role: 'owner' | 'member' | 'viewer' = 'owner'): Person {
    const { id: userId } = addUser(registry, name, 'nobody signs in with a password here');
    if (role === 'owner') addWorkspace(registry, workspaceId, userId);
    else addMember(registry, workspaceId, userId, role);
    const [pair = ''] = cookie.set(beginSession(registry, userId, '192.0.2.1')).split(';');
    const asker = askerWith({ cookie: pair });
    return {
      ...asker,
      userId,
      approve: (userCode, into = workspaceId) =>
        asker.call('POST', `/api/identity/device-codes/${userCode}/approve`, { workspace_id: into }),
    };
  }

  const stranger = askerWith({});

  return {
    registry,
    failures,
    person,
    stranger,
    /** Who brings this access token. */
    device: (accessToken: string): Asker => askerWith({ authorization: `Bearer ${accessToken}` }),
    find,
    sleep: (ms: number) => void (now = addMs(now, ms)),
    remove: (workspaceId: string, { userId }: Person) => removeMember(registry, workspaceId, userId),
    record: ({ userId }: Person): AuditRecord[] => readAudit(registry, userId, Number.MAX_SAFE_INTEGER, 100),

    /** A device that asks to be let in, and what it got for asking. */
    async asks(wish: { readonly kind?: string; readonly scope?: string; readonly name?: string } = {}) {
      const asked = await stranger.call('POST', '/api/identity/device-codes', { kind: 'extension', name: 'Chart panel', ...wish });
      return asked.body as { readonly device_code: string; readonly user_code: string };
    },

    collects: (deviceCode: string): Promise<Answered> => stranger.call('POST', '/api/identity/device-tokens', { device_code: deviceCode }),

    refreshes: (refreshToken: string): Promise<Answered> =>
      stranger.call('POST', '/api/identity/device-tokens/refresh', { refresh_token: refreshToken }),

    /** A device from asking to its tokens. */
    async paired(trader: Person, wish: { readonly kind?: string; readonly scope?: string; readonly name?: string } = {}) {
      const { device_code, user_code } = await this.asks(wish);
      await trader.approve(user_code);
      const { body } = await this.collects(device_code);
      return body as { readonly access_token: string; readonly refresh_token: string };
    },

    async listen() {
      const served = await serve(app, { host: '127.0.0.1', port: 0, streams });
      if (isRefusal(served)) throw new Error(served.sentence);
      return served;
    },
  };
}

async function call(
  app: App,
  method: string,
  path: string,
  body: unknown,
  headers: { readonly [name: string]: string },
): Promise<Answered> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const described = text === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) };
  const response = await app.request(path, { method, headers: { ...described, ...headers }, ...(text !== undefined && { body: text }) });
  const answer = await response.text();
  return { status: response.status, headers: response.headers, body: answer === '' ? undefined : JSON.parse(answer) };
}
