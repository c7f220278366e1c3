import { SESSION_LASTS_MS } from './sessions.ts';

/** How a browser keeps its session. */
export interface SessionCookie {
  /** From the Cookie header of a request. */
  read(header: string): string | undefined;
  set(token: string): string;
  readonly cleared: string;
}

/** Over TLS the browser itself guards the name: `__Host-` cannot be set by a neighbouring host or over plain HTTP. */
export function sessionCookie(isOverTls: boolean): SessionCookie {
  const name = isOverTls ? '__Host-taffrail' : 'taffrail';
  const attributes = `Path=/; HttpOnly; SameSite=Strict${isOverTls ? '; Secure' : ''}`;
  return {
    read(header) {
      const pairs = header.split(';').map((pair) => pair.trim());
      const mine = pairs.filter((pair) => pair.startsWith(`${name}=`));
      // Two of one name mean that somebody planted one; neither is believed.
      return mine.length === 1 ? mine[0]?.slice(name.length + 1) : undefined;
    },
    set: (token) => `${name}=${token}; Max-Age=${SESSION_LASTS_MS / 1_000}; ${attributes}`,
    cleared: `${name}=; Max-Age=0; ${attributes}`,
  };
}
