import { Agent, request } from 'node:http';
import { syncLimits, type Event } from '@taffrail/sync';

export interface Reply {
  readonly status: number;
  readonly headers: { readonly [name: string]: string | string[] | undefined };
  readonly body: unknown;
  readonly elapsedMs: number;
}

/** A well-behaved client: connections that are kept, one request at a time on each. */
export interface Client {
  get(path: string): Promise<Reply>;
  post(path: string, body: unknown): Promise<Reply>;
  close(): void;
}

/** A server that does not answer at all is a failure, not a reason to wait for ever. */
const GIVE_UP_AFTER_MS = 30_000;

/** Where a server listens, and the session to use there; a server that lets everybody in needs none. */
export interface Server {
  readonly port: number;
  readonly cookie?: string;
}

export function openClient({ port, cookie }: Server, connections = 1): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });

  function ask(method: string, path: string, body?: string): Promise<Reply> {
    const startedMs = performance.now();
    return new Promise((resolve, reject) => {
      const described = body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const headers = { ...(cookie !== undefined && { cookie }), ...described };
      const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent, timeout: GIVE_UP_AFTER_MS }, (incoming) => {
        let text = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (chunk: string) => (text += chunk));
        incoming.once('error', reject);
        incoming.once('end', () => {
          const elapsedMs = performance.now() - startedMs;
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            body: text === '' ? undefined : JSON.parse(text),
            elapsedMs,
          });
        });
      });
      outgoing.once('timeout', () => outgoing.destroy(new Error(`${method} ${path} was not answered within ${GIVE_UP_AFTER_MS} ms`)));
      outgoing.once('error', reject);
      outgoing.end(body);
    });
  }

  return {
    get: (path) => ask('GET', path),
    post: (path, body) => ask('POST', path, JSON.stringify(body)),
    close: () => agent.destroy(),
  };
}

/** Every event behind a place in the log. */
export async function readEvents(client: Client, after: number): Promise<Event[]> {
  const events: Event[] = [];
  for (;;) {
    const from = events.at(-1)?.event_seq ?? after;
    const { status, body } = await client.get(`/api/events?after=${from}&limit=${syncLimits.eventsPerPage}`);
    if (status !== 200) throw new Error(`reading the log behind ${from} was answered with ${status}: ${JSON.stringify(body)}`);
    const page = body as { events: Event[] };
    events.push(...page.events);
    if (page.events.length === 0) return events;
  }
}
