import { afterEach, beforeEach, expect } from 'vitest';
import { httpBench, type HttpBench } from '../../http/testing/caller.ts';
import { attachmentRoutes, attachments } from '../index.ts';

export const DAY = { subject_type: 'day', subject_id: '2025-02-05' };

/** The real doors over a book in memory, verified after every test. */
export interface Desk extends HttpBench {
  attach(file: Uint8Array, query?: { readonly [name: string]: string }, headers?: { readonly [name: string]: string }): Promise<Attached>;
}

interface Attached {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads answers as it expects them to be
  readonly body: any;
}

export function desk(routes = attachmentRoutes): () => Desk {
  let current: Desk;
  beforeEach(() => {
    const bench = httpBench(routes, { contexts: [attachments] });
    current = {
      ...bench,
      async attach(file, query = {}, headers = {}) {
        const search = new URLSearchParams({ ...DAY, file_name: 'entry.png', ...query });
        const response = await bench.app.request(`/api/attachments?${search.toString()}`, {
          method: 'POST',
          headers: { 'content-type': 'application/octet-stream', 'content-length': String(file.length), ...headers },
          body: Uint8Array.from(file),
        });
        return { status: response.status, body: await response.json() };
      },
    };
  });
  afterEach(() => {
    expect(current.book.verify().findings).toEqual([]);
    expect(current.errors).toEqual([]);
  });
  return () => current;
}
