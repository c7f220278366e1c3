import type { IncomingMessage } from 'node:http';
import { addressOf } from './address.ts';
import type { Knock } from './admission.ts';

/** An upgrade as a request that can be let in or turned away. It names no workspace: whoever opens it shows what is tied to one. */
export function knockOfUpgrade({ url = '/', headers, socket }: IncomingMessage, isBehindProxy: boolean): Knock {
  const sent = new Headers(Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
  const forwarded = isBehindProxy ? (sent.get('x-forwarded-for') ?? undefined) : undefined;
  return {
    request: new Request(new URL(url, 'http://localhost'), { headers: sent }),
    address: addressOf(socket.remoteAddress, forwarded),
    workspaceNamed: undefined,
  };
}
