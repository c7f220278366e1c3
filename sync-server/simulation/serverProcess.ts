import { msOf } from '@taffrail/domain/kernel';
import { Hono } from 'hono';
import { openHost, sha256, watchedSql, type OpenBook } from '../src/host/index.ts';
import { coreRoutes, mount, openStreams, type App } from '../src/http/index.ts';
import { insideOf, trustingEdge } from '../src/http/testing/trustingEdge.ts';
import { memoryKey, openVault } from '../src/secrets/index.ts';
import { memoryBlobs } from '../src/storage/index.ts';
import { openWorkspace, StorageFault, type Alarm, type Blobs, type Workspace } from '../src/workspace/index.ts';
import type { Book } from './book.ts';
import { openDisk, ProcessEnded, type Dealer } from './disk.ts';
import type { Request, Response } from './network.ts';
import { picturesTaken } from './trader/index.ts';
import type { Random } from './random.ts';
import type { ServerMake } from './serverMake.ts';
import type { World } from './world.ts';

const CLOSE_IDLE_AFTER_MS = 10_000;
/** No real timer rings at once either. */
const SHORTEST_TIMER_MS = 20;
const LONGEST_TICK_MS = 5;

export interface ProcessParts {
  readonly world: World;
  readonly random: Random;
  readonly bookOf: (workspace: string) => Book;
  readonly make: ServerMake;
  readonly dealer: Dealer;
  readonly fail: (what: string) => void;
  /** Something runs: whoever drives the world lets it come to rest before time goes on. */
  readonly stirred: () => void;
  /** The process is over, here and now. */
  readonly ended: (how: string) => void;
}

export interface ServerProcess {
  answer(from: string, request: Request): Promise<Response>;
  /** Everything under way waits for the clock. */
  isAtRest(): boolean;
  /** Its timers never ring again. */
  kill(): void;
}

/** A device's name begins with its workspace. */
export const workspaceOf = (device: string): string => device.split('/')[0] ?? '';

/** What no calamity of the simulation concerns. */
const untried = (id: string) => ({ blobs: blobsWith(picturesTaken), vault: openVault(memoryKey(), id) });

/** Files are sent ahead of what speaks of them, and these were. */
function blobsWith(hashes: readonly string[]): Blobs {
  const blobs = memoryBlobs();
  return { ...blobs, holds: async (name) => hashes.includes(name) };
}

/** The real server from its doors to its workspaces. When it ends, everything in here ends with it but the books. */
export function startProcess({ world, random, bookOf, make, dealer, fail, stirred, ended }: ProcessParts): ServerProcess {
  /** Requests under way by their number, and whether they wait in the queue of a group commit. */
  const waiting = new Map<string, boolean>();
  let requests = 0;
  let alive = true;

  const host = openHost({
    open: openBook,
    ringAt: (at, ring) => timer(msOf(at) - world.nowMs, ring),
    every,
    closeAfterIdleMs: CLOSE_IDLE_AFTER_MS,
    elapsedMs: () => world.nowMs,
    failed: unexpected,
  });

  const app: App = new Hono();
  mount(app, coreRoutes, {
    ...trustingEdge(({ header }) => {
      const workspace = host.use(make.workspaceIdOf(header('x-workspace') ?? ''));
      const number = header('x-request') ?? '';
      return insideOf(
        telling(workspace, (isWaiting) => void waiting.set(number, isWaiting)),
        header('x-device') ?? '',
      );
    }),
    streams: openStreams({ error: unexpected }),
    log: { error: unexpected },
    served: () => {},
  });

  function openBook(id: string, alarm: Alarm): OpenBook {
    const book = bookOf(id);
    const disk = openDisk(make.sql(book.sql), dealer, (how) => ended(`${how} (${id})`));
    const { sql, isBroken } = watchedSql(disk.sql);
    const workspace = openWorkspace({
      contexts: make.contexts,
      hostJobs: {},
      observer: {
        committed: (answers) => book.history.decided(answers, world.now()),
        takenBack: (fault) => world.tell(`server: a group was taken back: ${String(fault)}`),
        failed: unexpected,
      },
      ports: { ...untried(id), sql, head: book.head, clock: world, ids: { next: world.newId }, sha256, alarm, defer },
    });
    book.history.opened(book.sql, workspace.lastSeq);
    return { workspace: make.workspace(workspace), isBroken, close: () => disk.shut(new ProcessEnded('the book was closed')) };
  }

  function defer(work: () => void): void {
    later(random.between(0, LONGEST_TICK_MS), work);
  }

  function timer(delayMs: number, work: () => void): () => void {
    return later(Math.max(delayMs, SHORTEST_TIMER_MS), work);
  }

  function every(intervalMs: number, work: () => void): () => void {
    let callOff = timer(intervalMs, again);
    function again(): void {
      callOff = timer(intervalMs, again);
      work();
    }
    return () => callOff();
  }

  function later(delayMs: number, work: () => void): () => void {
    return world.after(delayMs, () => {
      if (!alive) return;
      stirred();
      try {
        work();
      } catch (error) {
        if (!(error instanceof ProcessEnded)) fail(`an error left its timer and would have ended the process: ${String(error)}`);
      }
    });
  }

  /** Whatever goes wrong must be the simulation's own doing. */
  function unexpected(...about: readonly unknown[]): void {
    const error = about.map((one) => (one instanceof Error ? one : (one as { err?: unknown }).err)).find((one) => one instanceof Error);
    if (error instanceof StorageFault || error instanceof ProcessEnded) return;
    fail(`the server met an error of its own: ${error?.stack ?? about.map(String).join(' ')}`);
  }

  return {
    async answer(from, { method, path, body }) {
      const number = String((requests += 1));
      waiting.set(number, false);
      const text = body === undefined ? undefined : JSON.stringify(body);
      // A request from a socket always says how long it is.
      const described = text === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) };
      const headers = { 'x-request': number, 'x-device': from, 'x-workspace': workspaceOf(from), ...described };
      const response = await app.request(path, { method, headers, ...(text !== undefined && { body: text }) });
      const answer = { status: response.status, body: JSON.parse(await response.text()) as unknown };
      waiting.delete(number);
      return answer;
    },
    isAtRest: () => [...waiting.values()].every(Boolean),
    kill() {
      alive = false;
    },
  };
}

/** The same workspace, which says when a request begins and stops to wait for its group. */
function telling(workspace: Workspace, wait: (isWaiting: boolean) => void): Workspace {
  return Object.assign(Object.create(workspace) as Workspace, {
    async submitInOrder(...request: Parameters<Workspace['submitInOrder']>) {
      wait(true);
      try {
        return await workspace.submitInOrder(...request);
      } finally {
        wait(false);
      }
    },
  });
}
