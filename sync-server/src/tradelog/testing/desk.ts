import { afterEach, beforeEach, expect } from 'vitest';
import { httpBench, type Answered, type HttpBench } from '../../http/testing/caller.ts';
import { contextRoutes, serverContexts } from '../../contexts.ts';

/** A trader's desk without a network: the real doors over a book in memory. */
export interface Desk extends HttpBench {
  readonly accountId: string;
  post(path: string, body?: unknown, headers?: { readonly [name: string]: string }): Promise<Answered>;
  get(path: string): Promise<Answered>;
  /** Sends an edit with the version the thing has now. */
  edit(method: string, path: string, version: number, body?: unknown): Promise<Answered>;
}

export const desk = (): (() => Desk) => deskOf(openDesk);

/** A new desk for every test, whose book is verified after it. */
export function deskOf<D extends Desk>(open: () => Promise<D>): () => D {
  let current: D;
  beforeEach(async () => {
    current = await open();
  });
  afterEach(() => {
    expect(current.book.verify().findings).toEqual([]);
    expect(current.errors).toEqual([]);
  });
  return () => current;
}

export async function openDesk(): Promise<Desk> {
  const bench = httpBench(contextRoutes, { contexts: serverContexts });
  const post: Desk['post'] = (path, body, headers) => bench.call('POST', path, body, headers);
  const account = await post('/api/accounts', { name: 'Main', broker: 'Paper', currency: 'USD', zone: 'America/New_York' });
  return {
    ...bench,
    accountId: account.body.id as string,
    post,
    get: (path) => bench.call('GET', path),
    edit: (method, path, version, body) => bench.call(method, path, body, { 'if-match': String(version) }),
  };
}

/** A plan to hold so many shares. */
export const stock = (accountId: string, quantity = '100') => ({
  account_id: accountId,
  symbol: 'ACME',
  legs: [{ instrument_type: 'stock', quantity }],
});

const call = (strike: string, quantity: string, price: string) => ({
  instrument_type: 'option',
  expiry: '2025-02-21',
  strike,
  right: 'call',
  quantity,
  fills: [{ price, quantity, fees: '1.30', occurred_at: '2025-02-05T10:00:00Z' }],
});

/** A vertical bought for 5.25 with 16 days to go at the bench's time. */
export const vertical = (accountId: string) => ({
  account_id: accountId,
  symbol: 'SPX',
  underlying: 'I:SPX',
  legs: [call('6100', '1', '12.50'), call('6150', '-1', '7.25')],
});
