import { afterEach, beforeEach, expect } from 'vitest';
import { httpBench, type Answered, type HttpBench } from '../../http/testing/caller.ts';
import { contextRoutes, serverContexts } from '../../contexts.ts';

/** A trader's desk with playbooks on it: the real doors over a book in memory, verified after every test. */
export interface Desk extends HttpBench {
  readonly accountId: string;
  readonly positionId: string;
  post(path: string, body?: unknown, headers?: { readonly [name: string]: string }): Promise<Answered>;
  get(path: string): Promise<Answered>;
  /** Sends an edit with the version the thing has now. */
  edit(method: string, path: string, version: number, body?: unknown): Promise<Answered>;
  publish(change?: object): Promise<Answered>;
}

export const DAY = '2025-02-05';

export const breakout = {
  name: 'Breakout',
  purpose: 'pre',
  schema: [
    { key: 'volume', label: 'Volume above its average', type: 'boolean', required: true, weight: '2' },
    { key: 'side', label: 'Side', type: 'select', validation: { options: ['long', 'short'] } },
    { key: 'stop', label: 'Stop, in percent', type: 'number', validation: { min: '0', max: '10' } },
    { key: 'thesis', label: 'Thesis', type: 'rich_text', weight: '0' },
  ],
};

export function desk(): () => Desk {
  let current: Desk;
  beforeEach(async () => {
    const bench = httpBench(contextRoutes, { contexts: serverContexts });
    const post: Desk['post'] = (path, body, headers) => bench.call('POST', path, body, headers);
    const account = await post('/api/accounts', { name: 'Main', broker: 'Paper', currency: 'USD', zone: 'America/New_York' });
    const legs = [{ instrument_type: 'stock', quantity: '100' }];
    const position = await post('/api/positions', { account_id: account.body.id, symbol: 'ACME', legs });
    current = {
      ...bench,
      accountId: account.body.id as string,
      positionId: position.body.id as string,
      post,
      get: (path) => bench.call('GET', path),
      edit: (method, path, version, body) => bench.call(method, path, body, { 'if-match': String(version) }),
      publish: (change = {}) => post('/api/playbooks/templates', { ...breakout, ...change }),
    };
  });
  afterEach(() => {
    expect(current.book.verify().findings).toEqual([]);
    expect(current.errors).toEqual([]);
  });
  return () => current;
}
