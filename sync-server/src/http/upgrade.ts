import type { IncomingMessage } from 'node:http';
import { addressOf } from './address.ts';
import type { Knock } from './admission.ts';

/** An upgrade, to be let in or turned away. It names no workspace: whoever opens it shows what is tied to one. */
export function knockOfUpgrade({ headers, socket }: IncomingMessage, isBehindProxy: boolean): Knock {
  function header(name: string): string | undefined {
    const value = headers[name];
    return typeof value === 'string' ? value : undefined;
  }
  const forwarded = isBehindProxy ? header('x-forwarded-for') : undefined;
  return { header, address: addressOf(socket.remoteAddress, forwarded), workspaceNamed: undefined };
}
