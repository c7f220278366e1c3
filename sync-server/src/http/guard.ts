import type { IncomingMessage } from 'node:http';
import type { Refusal } from '@taffrail/domain/kernel';
import { addressOf, isThisMachine } from './address.ts';
import { limits } from './limits.ts';
import { httpRefusals } from './refusals.ts';

type Judged = Pick<IncomingMessage, 'method' | 'url' | 'headers' | 'headersDistinct'> & {
  readonly socket: { readonly remoteAddress?: string | undefined };
};

/**
 * What every request must be before a route sees it. It must not come by another machine's name (DNS rebinding), nor from another
 * site's page. Names of this machine are for whoever sits at it; everybody else comes by the public origin, through what ends TLS.
 * The raw target is judged, because URL parsing quietly repairs what should be refused.
 */
export function judgeRequest({ method = 'GET', url = '', headers, headersDistinct, socket }: Judged, origin?: string): Refusal | undefined {
  if (url.length > limits.targetChars) return httpRefusals.target_too_long({ limit: limits.targetChars });
  const [host, ...moreHosts] = headersDistinct['host'] ?? [];
  const expected = host === undefined || moreHosts.length > 0 ? undefined : originBehind(host, socket.remoteAddress, origin);
  if (expected === undefined) return origin === undefined ? httpRefusals.wrong_host() : httpRefusals.not_by_origin({ origin });
  if (!isPlainTarget(url)) return httpRefusals.malformed_target();
  if (method !== 'GET' && method !== 'HEAD' && isFromAnotherSite(headers, expected)) return httpRefusals.cross_site();
  return undefined;
}

/** A socket can change something whatever its method, and no browser asks beforehand whether a page may open one. */
export function judgeUpgrade(request: Judged, origin?: string): Refusal | undefined {
  const expected = originBehind(request.headers.host ?? '', request.socket.remoteAddress, origin);
  const foreign = isFromAnotherSite(request.headers, expected ?? '');
  return judgeRequest(request, origin) ?? (foreign ? httpRefusals.cross_site() : undefined);
}

/** The origin of our own pages for a request that names this host; undefined where the request has no business to name it. */
function originBehind(host: string, remoteAddress: string | undefined, origin: string | undefined): string | undefined {
  if (origin !== undefined && host.toLowerCase() === new URL(origin).host) return origin;
  return isLoopbackHost(host) && isThisMachine(addressOf(remoteAddress, undefined)) ? `http://${host.toLowerCase()}` : undefined;
}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

const isLoopbackHost = (host: string): boolean => loopback.test(host.replace(/:\d{1,5}$/, ''));

/** An address to listen on, which writes IPv6 without brackets. */
export const isLoopbackAddress = (address: string): boolean => loopback.test(address.includes(':') ? `[${address}]` : address);

/**
 * Pages send `Origin`, and browsers say with `Sec-Fetch-Site` where a request comes from; a script sends neither. No page of the web can say
 * that it is an extension's, and what an extension does is for a token of its own to allow, never for the cookie of the browser it is in.
 */
function isFromAnotherSite(headers: Judged['headers'], ours: string): boolean {
  const { origin, cookie, 'sec-fetch-site': site } = headers;
  if (origin !== undefined && extension.test(origin)) return cookie !== undefined;
  if (origin !== undefined && origin.toLowerCase() !== ours) return true;
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

const extension = /^(?:chrome|moz|safari-web)-extension:\/\/[\w.-]+$/i;

// Escapes only for what cannot stand in a path: an escaped dot, slash or percent sign reads differently to different eyes.
const plainPath =
  /^\/(?:(?!\.{1,2}(?:\/|$))(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%20|%22|%3[CE]|%5[BDE]|%60|%7[BCD]|%[89A-F][0-9A-F])+(?:\/|$))*$/;

function isPlainTarget(url: string): boolean {
  const [path = '', ...query] = url.split('?');
  return plainPath.test(path) && isDecodable(path) && isDecodable(query.join('?'));
}

/** Whether every escape in it is one, and together they are UTF-8. */
function isDecodable(text: string): boolean {
  if (!text.includes('%')) return true;
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
