import type { IncomingMessage } from 'node:http';
import { addressOf } from './address.ts';
import type { Knock } from './admission.ts';

/** An upgrade as a request that can be let in or turned away. A browser cannot give a socket headers, so it names its workspace in the query. */
export function knockOfUpgrade({ url = '/', headers, socket }: IncomingMessage, isBehindProxy: boolean): Knock {
  const target = new URL(url, 'http://localhost');
  const sent = new Headers(Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
  const workspaceId = target.searchParams.get('workspace');
  if (workspaceId !== null) sent.set('taffrail-workspace', workspaceId);
  const forwarded = isBehindProxy ? (sent.get('x-forwarded-for') ?? undefined) : undefined;
  return { request: new Request(target, { headers: sent }), address: addressOf(socket.remoteAddress, forwarded) };
}
