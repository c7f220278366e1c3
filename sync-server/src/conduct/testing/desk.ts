import { addMs, type Instant } from '@taffrail/domain/kernel';
import { afterEach, beforeEach, expect } from 'vitest';
import { httpBench, type Answered, type HttpBench } from '../../http/testing/caller.ts';
import { coreRoutes } from '../../http/index.ts';
import { discipline, disciplineRoutes } from '../../discipline/index.ts';
import { phaseRoutes, phases } from '../../phases/index.ts';
import { playbookRoutes, playbooks } from '../../playbooks/index.ts';
import { tradelog, tradelogRoutes } from '../../tradelog/index.ts';
import type { Proofs } from '../../identity/index.ts';
import { conduct, conductRoutes, phaseOverrideRoutes } from '../index.ts';

/** A trade as a test tells it: a share bought and sold again. */
export interface Told {
  readonly opened: Instant;
  /** Left out for one that is still on. */
  readonly closed?: Instant;
  /** What it made, without fees. */
  readonly net?: string;
  readonly account?: string;
  readonly symbol?: string;
}

/** A trader's desk with rules and phases on it. Time stands still, and what is due is done when a test says so. */
export interface Desk extends HttpBench {
  readonly accountId: string;
  post(path: string, body?: unknown, headers?: { readonly [name: string]: string }): Promise<Answered>;
  put(path: string, body?: unknown, version?: number): Promise<Answered>;
  get(path: string): Promise<Answered>;
  openAccount(more?: object): Promise<string>;
  trade(one: Told): Promise<Answered>;
  /** Puts right what a fill of a trade says: 0 is the entry, 1 the exit. */
  correct(id: string, fill: number, corrected: object): Promise<void>;
  /** Lets what is due be done: the server has had its time. */
  settle(): Promise<void>;
  /** Moves the clock, and does what has fallen due by then. */
  until(instant: Instant): Promise<void>;
}

const contexts = [tradelog, playbooks, discipline, phases, conduct];
const routes = [...coreRoutes, ...tradelogRoutes, ...playbookRoutes, ...disciplineRoutes, ...phaseRoutes, ...conductRoutes];

/** What the server has, without a person who signs in. */
const proofs: Proofs = {
  passwords: {
    hash: (password) => Promise.resolve(`hash of ${password}`),
    isRight: (password, kept) => Promise.resolve(kept === `hash of ${password}`),
  },
  attempts: { begin: () => ({ forgive: () => {} }) },
};

const PRICE = 100;

export function desk(): () => Desk {
  let current: Desk;
  beforeEach(async () => {
    current = await openDesk();
  });
  afterEach(() => {
    expect(current.errors).toEqual([]);
    expect(current.book.failures).toEqual([]);
    expect(current.book.verify().findings).toEqual([]);
  });
  return () => current;
}

export async function openDesk(): Promise<Desk> {
  const bench = httpBench([...routes, ...phaseOverrideRoutes(proofs)], { contexts });
  const { workspace, book } = bench;
  const post: Desk['post'] = (path, body, headers) => bench.call('POST', path, body, headers);
  const openAccount: Desk['openAccount'] = async (more = {}) => {
    const { body } = await post('/api/accounts', { name: 'Main', broker: 'Paper', currency: 'USD', zone: 'America/New_York', ...more });
    return body.id as string;
  };
  const accountId = await openAccount();
  const settle = async (): Promise<void> => {
    book.sleep(3_000);
    await workspace.wake();
  };
  return {
    ...bench,
    accountId,
    post,
    put: (path, body, version) => bench.call('PUT', path, body, version === undefined ? {} : { 'if-match': String(version) }),
    get: (path) => bench.call('GET', path),
    openAccount,
    trade: (one) => post('/api/positions', bought(one, accountId)),
    async correct(id, fill, corrected) {
      const { body } = await bench.call('GET', `/api/positions/${id}`);
      const version = { 'if-match': String(body.version) };
      const path = `/api/positions/${id}/fills/${body.fills[fill].id}`;
      expect(await bench.call('PATCH', path, { corrected, reason: 'Typed wrong' }, version)).toMatchObject({ status: 200 });
    },
    settle,
    async until(instant) {
      book.sleep(Date.parse(instant) - Date.parse(workspace.now()));
      await workspace.wake();
    },
  };
}

function bought({ opened, closed, net = '0', account, symbol = 'ACME' }: Told, accountId: string): object {
  const fills = [
    { price: String(PRICE), quantity: '1', occurred_at: opened },
    ...(closed === undefined ? [] : [{ price: String(PRICE + Number(net)), quantity: '-1', occurred_at: closed }]),
  ];
  return { account_id: account ?? accountId, symbol, legs: [{ instrument_type: 'stock', quantity: '1', fills }] };
}

/** So many trades of a day, an hour after each other, the first at 15:00 UTC. */
export function told(day: string, ...nets: readonly string[]): readonly Told[] {
  return nets.map((net, place) => ({
    opened: addMs(`${day}T15:00:00.000Z`, place * 60 * 60_000),
    closed: addMs(`${day}T15:30:00.000Z`, place * 60 * 60_000),
    net,
  }));
}
