import type { IncomingMessage } from 'node:http';
import type { Refusal } from '@taffrail/domain/kernel';
import { limits } from './limits.ts';
import { httpRefusals } from './refusals.ts';

type Judged = Pick<IncomingMessage, 'method' | 'url' | 'headers' | 'headersDistinct'>;

/**
 * What every request must be before a route sees it. While the server does not know its users, whoever reaches it is
 * taken for the trader; so it must not be reached by another machine's name (DNS rebinding) or from another site's page.
 * The raw target is judged, because URL parsing quietly repairs what should be refused.
 */
export function judgeRequest({ method = 'GET', url = '', headers, headersDistinct }: Judged): Refusal | undefined {
  if (url.length > limits.targetChars) return httpRefusals.target_too_long({ limit: limits.targetChars });
  const [host, ...moreHosts] = headersDistinct['host'] ?? [];
  if (host === undefined || moreHosts.length > 0 || !isLoopbackHost(host)) return httpRefusals.wrong_host();
  if (!isPlainTarget(url)) return httpRefusals.malformed_target();
  if (method !== 'GET' && method !== 'HEAD' && isFromAnotherSite(headers, host)) return httpRefusals.cross_site();
  return undefined;
}

/** A socket can change something whatever its method, and no browser asks beforehand whether a page may open one. */
export function judgeUpgrade(request: Judged): Refusal | undefined {
  return judgeRequest(request) ?? (isFromAnotherSite(request.headers, request.headers.host ?? '') ? httpRefusals.cross_site() : undefined);
}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

const isLoopbackHost = (host: string): boolean => loopback.test(host.replace(/:\d{1,5}$/, ''));

/** An address to listen on, which writes IPv6 without brackets. */
export const isLoopbackAddress = (address: string): boolean => loopback.test(address.includes(':') ? `[${address}]` : address);

/** Pages send `Origin`, and browsers say with `Sec-Fetch-Site` where a request comes from; a script sends neither. */
function isFromAnotherSite(headers: Judged['headers'], host: string): boolean {
  const { origin, 'sec-fetch-site': site } = headers;
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) return true;
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

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
