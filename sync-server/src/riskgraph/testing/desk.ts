import { afterEach, beforeEach, expect } from 'vitest';
import { httpBench, type Answered, type HttpBench } from '../../http/testing/caller.ts';
import { contextRoutes, serverContexts } from '../../contexts.ts';

/** A trader's desk with a risk graph on it: the real doors over a book in memory, verified after every test. */
export interface Desk extends HttpBench {
  readonly accountId: string;
  post(path: string, body?: unknown, headers?: { readonly [name: string]: string }): Promise<Answered>;
  get(path: string): Promise<Answered>;
  /** Sends an edit with the version the thing has now. */
  edit(method: string, path: string, version: number, body?: unknown): Promise<Answered>;
}

export const strategies = '/api/risk-graph/strategies';

export const butterfly = {
  symbol: 'SPX',
  underlying: 'I:SPX',
  strategy: 'butterfly',
  side: 'call',
  strike: '6100',
  width: '25',
  dte: 9,
  debit: '2.35',
};

export function desk(): () => Desk {
  let current: Desk;
  beforeEach(async () => {
    const bench = httpBench(contextRoutes, { contexts: serverContexts });
    const post: Desk['post'] = (path, body, headers) => bench.call('POST', path, body, headers);
    const account = await post('/api/accounts', { name: 'Main', broker: 'Paper', currency: 'USD', zone: 'America/New_York' });
    current = {
      ...bench,
      accountId: account.body.id as string,
      post,
      get: (path) => bench.call('GET', path),
      edit: (method, path, version, body) => bench.call(method, path, body, { 'if-match': String(version) }),
    };
  });
  afterEach(() => {
    expect(current.book.verify().findings).toEqual([]);
    expect(current.errors).toEqual([]);
  });
  return () => current;
}
