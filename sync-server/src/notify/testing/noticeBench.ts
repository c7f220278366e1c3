import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { Instant } from '@taffrail/domain/kernel';
import type { Push } from '@taffrail/sync';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { coreRoutes } from '../../http/index.ts';
import { identityBench, type BenchOptions, type IdentityBench, type Visitor } from '../../identity/testing/identityBench.ts';
import { contextRoutes, serverContexts } from '../../contexts.ts';
import type { Job, Workspace } from '../../workspace/index.ts';
import { openNotify, type Notify } from '../index.ts';
import type { PushAnswer, PushDoor } from '../push/pushDoor.ts';
import { serverKeyOf } from '../push/serverKey.ts';
import { receiver } from './receiver.ts';

/** A push as its browser reads it. */
export interface Received {
  readonly push: Push;
  readonly headers: { readonly [name: string]: string };
}

/** A browser that takes pushes, at an address of its own. */
export interface Browser {
  readonly endpoint: string;
  readonly received: Received[];
  /** What its push service answers from now on. */
  answer: PushAnswer | Error;
  readonly subscription: { readonly endpoint: string; readonly keys: { readonly p256dh: string; readonly auth: string } };
}

export interface NoticeBench extends IdentityBench {
  readonly notify: Notify;
  readonly failures: readonly string[];
  disk: { freeBytes: number };
  /** A browser where somebody sits, subscribed. */
  browserOf(visitor: Visitor, kinds?: object): Promise<Browser>;
  feed(visitor: Visitor): Promise<readonly { id: number; kind: string; params: object; subject: object | null; read_at: string | null }[]>;
  /** Runs what is due by now. */
  ring(): Promise<void>;
  remind(): Promise<unknown>;
}

/** A new one for every test. Afterwards nothing has failed but what the test says. */
export function noticeDesk(): () => NoticeBench {
  let current: NoticeBench;
  beforeEach(() => {
    current = noticeBench();
  });
  afterEach(async () => {
    expect(current.errors).toEqual([]);
    await current.notify.close();
    current.close();
  });
  return () => current;
}

/** Notices over identity and books in memory; time is moved by hand and the push service is a table of browsers. */
export function noticeBench(): NoticeBench {
  const browsers = new Map<string, Browser & { read(body: Buffer): string }>();
  const failures: string[] = [];
  const disk = { freeBytes: 1e12 };
  let notify: Notify;
  let next: { readonly at: Instant; readonly ring: () => void } | undefined;

  const door: PushDoor = ({ endpoint, headers, body }) => {
    const browser = browsers.get(endpoint)!;
    if (browser.answer instanceof Error) return Promise.reject(browser.answer);
    const { status } = browser.answer;
    if (status === 201) browser.received.push({ push: JSON.parse(browser.read(Buffer.from(body))) as Push, headers });
    return Promise.resolve(browser.answer);
  };

  const furnish: BenchOptions['furnish'] = ({ identity, sql, now }) => {
    notify = openNotify({
      sql,
      clock: { now, elapsedMs: () => 0 },
      people: identity.people,
      contexts: serverContexts,
      key: serverKeyOf(generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey),
      door,
      contact: () => 'https://log.example.org',
      bookOf: (id) => bench.workspace(id),
      defer: (work) => void setImmediate(work),
      ringAt(at, ring) {
        next = { at, ring };
        return () => void (next = undefined);
      },
      freeBytes: () => disk.freeBytes,
      lowBytes: 1e9,
      failed: (what, error) => void failures.push(`${what}: ${String(error)}`),
    });
    return notify.routes;
  };

  const bench = identityBench({
    routes: [...coreRoutes, ...contextRoutes],
    contexts: serverContexts,
    recorded: (entry) => notify.recorded(entry),
    furnish,
  });

  const alarmIsSet = () => vi.waitFor(() => expect(next).toBeDefined());

  async function browserOf(visitor: Visitor, kinds: object = {}): Promise<Browser> {
    const { keys, read } = receiver();
    const endpoint = `https://push.example.org/${randomUUID()}`;
    const browser = { endpoint, received: [], answer: { status: 201, retryAfter: undefined }, subscription: { endpoint, keys }, read };
    browsers.set(endpoint, browser);
    expect(await visitor.call('PUT', '/api/notices/push', { endpoint, keys, kinds })).toMatchObject({ status: 200 });
    return browser;
  }

  return Object.assign(bench, {
    notify: notify!,
    failures,
    disk,
    browserOf,
    feed: async (visitor: Visitor) => (await visitor.call('GET', '/api/notices')).body.notices,
    async ring() {
      // Whatever is told of a commit is told after it.
      await new Promise((after) => void setImmediate(after));
      while (next !== undefined && next.at <= bench.now()) {
        const { ring } = next;
        next = undefined;
        ring();
        await alarmIsSet();
      }
    },
    remind: () => {
      const book: Workspace = bench.workspace('main');
      const tools = {
        now: bench.now(),
        blobs: book.blobs,
        book,
        rest: () => Promise.resolve(),
        remember: () => {},
        submit: () => Promise.reject(new Error('reminds, and submits nothing')),
      };
      return notify.remind('main')({} as Job, tools);
    },
  });
}
