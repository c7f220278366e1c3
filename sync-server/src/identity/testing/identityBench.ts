import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantFromMs, msOf, type Instant } from '@taffrail/domain/kernel';
import { Hono } from 'hono';
import { afterEach, beforeEach, expect } from 'vitest';
import { coreRoutes, mount, openStreams, type App, type Route, type Streams } from '../../http/index.ts';
import type { Answered } from '../../http/testing/caller.ts';
import { memoryKey, openPersonVault, type KeySource } from '../../secrets/index.ts';
import { openMemory, type SqliteBook } from '../../storage/index.ts';
import type { ServerContext, Sql, Workspace } from '../../workspace/index.ts';
import { workspaceBench } from '../../workspace/testing/bench.ts';
import { openConsole, openIdentity, type Console, type Identity, type IdentityParts } from '../index.ts';

export const PASSWORD = 'four words in a row';

/** Somebody with a browser that keeps its cookie, or a script with a token. */
export interface Visitor {
  /** What the browser holds at the moment, as it sends it. */
  readonly cookie: string | undefined;
  call(method: string, path: string, body?: unknown, headers?: { readonly [name: string]: string }): Promise<Answered>;
}

export interface IdentityBench {
  readonly identity: Identity;
  /** Somebody at the machine itself. */
  readonly console: Console;
  readonly app: App;
  readonly streams: Streams;
  readonly sql: Sql;
  readonly tokenPath: string;
  readonly removed: readonly string[];
  readonly errors: readonly object[];
  workspace(id: string): Workspace;
  /** A new browser, without a session unless it is given one. */
  visitor(options?: { address?: string; cookie?: string | undefined; token?: string }): Visitor;
  /** The first user, signed in. */
  claim(name?: string): Promise<Visitor>;
  /** Another user, who came by an invitation of `owner`. */
  join(owner: Visitor, name: string, role: string, workspace?: string): Promise<Visitor>;
  /** As when a data folder was moved without it. */
  loseKey(): void;
  sleep(ms: number): void;
  now(): Instant;
  close(): void;
}

/** A new bench for every test; afterwards nothing has gone wrong that nobody was told of. */
export function identityDesk(): () => IdentityBench {
  let current: IdentityBench;
  beforeEach(() => {
    current = identityBench();
  });
  afterEach(() => {
    expect(current.errors).toEqual([]);
    current.close();
  });
  return () => current;
}

export interface BenchOptions {
  readonly isOverTls?: boolean;
  readonly routes?: readonly Route[];
  readonly contexts?: readonly ServerContext[];
  readonly registry?: Pick<SqliteBook, 'sql' | 'close'>;
  readonly key?: KeySource;
  readonly recorded?: IdentityParts['recorded'];
  /** For doors that need to know who people are. */
  readonly furnish?: (parts: Pick<IdentityBench, 'identity' | 'sql' | 'now'>) => readonly Route[];
}

/** Identity with its doors and a book for each workspace, without a network, and without a disk unless the registry is given. */
export function identityBench({
  isOverTls = false,
  routes = coreRoutes,
  contexts,
  registry = openMemory(),
  key = memoryKey(),
  recorded = () => {},
  furnish = () => [],
}: BenchOptions = {}): IdentityBench {
  let now: Instant = '2025-02-05T10:30:00.000Z';
  const folder = mkdtempSync(join(tmpdir(), 'taffrail-identity-'));
  const tokenPath = join(folder, 'setup-token');
  const books = new Map<string, Workspace>();
  const removed: string[] = [];
  const errors: object[] = [];
  let present = key;

  function workspace(id: string): Workspace {
    const book = books.get(id) ?? workspaceBench(contexts && { contexts }).open();
    books.set(id, book);
    return book;
  }

  const clock = { now: () => now, elapsedMs: () => 0 };
  const vaultOf = (userId: string) => openPersonVault(present, userId);
  const identity = openIdentity({
    sql: registry.sql,
    clock,
    vaultOf,
    shelf: {
      workspaceIds: () => [...books.keys()],
      remove(id) {
        books.delete(id);
        removed.push(id);
        return Promise.resolve();
      },
    },
    openWorkspace: workspace,
    setupTokenPath: tokenPath,
    origin: () => (isOverTls ? 'https://log.example.org' : 'http://localhost:8787'),
    isOverTls,
    recorded,
  });
  const log = { error: (about: object) => void errors.push(about) };
  const app: App = new Hono();
  const streams = openStreams(log);
  const edge = {
    admit: identity.admit,
    admitAgain: identity.admitAgain,
    onRevoked: identity.onRevoked,
    isBehindProxy: isOverTls,
    streams,
    log,
    served: () => {},
  };
  mount(app, [...routes, ...identity.routes, ...furnish({ identity, sql: registry.sql, now: () => now })], edge);

  function visitor({
    address = '192.0.2.1',
    cookie,
    token,
  }: { address?: string; cookie?: string | undefined; token?: string } = {}): Visitor {
    let kept = cookie;
    return {
      get cookie() {
        return kept;
      },
      async call(method, path, body, headers = {}) {
        const own = { ...(kept !== undefined && { cookie: kept }), ...(token !== undefined && { authorization: `Bearer ${token}` }) };
        const answer = await send(app, address, method, path, body, { ...own, ...headers });
        const [pair] = answer.headers.get('set-cookie')?.split(';') ?? [];
        if (pair !== undefined) kept = pair.endsWith('=') ? undefined : pair;
        return answer;
      },
    };
  }

  async function claim(name = 'Owner'): Promise<Visitor> {
    const owner = visitor();
    const { status } = await owner.call('POST', '/api/identity/setup', { token: identity.setupToken, name, password: PASSWORD });
    if (status !== 201) throw new Error(`claiming was answered with ${status}`);
    return owner;
  }

  async function joinBy(owner: Visitor, name: string, role: string, workspaceId = 'main'): Promise<Visitor> {
    const headers = { 'taffrail-workspace': workspaceId };
    const { body } = await owner.call('POST', '/api/identity/invitations', { role }, headers);
    const guest = visitor();
    const { status } = await guest.call('POST', '/api/identity/join', { secret: body.secret, name, password: PASSWORD });
    if (status !== 201) throw new Error(`joining was answered with ${status}`);
    return guest;
  }

  return {
    identity,
    console: openConsole(registry.sql, clock, vaultOf),
    app,
    streams,
    sql: registry.sql,
    tokenPath,
    removed,
    errors,
    workspace,
    visitor,
    claim,
    join: joinBy,
    loseKey: () => void (present = memoryKey()),
    sleep: (ms) => void (now = instantFromMs(msOf(now) + ms)),
    now: () => now,
    close() {
      registry.close();
      if (existsSync(folder)) rmSync(folder, { recursive: true });
    },
  };
}

async function send(
  app: App,
  address: string,
  method: string,
  path: string,
  body: unknown,
  headers: { readonly [name: string]: string },
): Promise<Answered> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const described = text === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) };
  const init = { method, headers: { ...described, ...headers }, ...(text !== undefined && { body: text }) };
  const response = await app.request(path, init, { incoming: { socket: { remoteAddress: address } } });
  const answer = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: answer.startsWith('{') || answer.startsWith('[') ? JSON.parse(answer) : answer,
  };
}
