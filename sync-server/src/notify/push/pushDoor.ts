import { lookup } from 'node:dns';
import { request as requestPlain, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestOverTls } from 'node:https';
import type { LookupFunction } from 'node:net';

export interface PushRequest {
  readonly endpoint: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: Uint8Array;
}

export interface PushAnswer {
  readonly status: number;
  /** Where the service asks for time. */
  readonly retryAfter: string | undefined;
}

/** The way out to push services. Rejects where no answer came. */
export type PushDoor = (request: PushRequest) => Promise<PushAnswer>;

const ANSWERED_WITHIN_MS = 5_000;

export interface PushDoorParts {
  /** Asked for each address a name stands for at the moment of sending: a name that was harmless when it was kept may lead home by now. */
  readonly mayReach: (address: string) => boolean;
  /** Breaks off what is under way when the server closes. */
  readonly closing: AbortSignal;
}

/** Follows no redirect, and reads nothing of an answer but its head. */
export function openPushDoor({ mayReach, closing }: PushDoorParts): PushDoor {
  const lookupReachable = reachableOnly(mayReach);

  return ({ endpoint, headers, body }) =>
    new Promise((resolve, reject) => {
      const send = endpoint.startsWith('https:') ? requestOverTls : requestPlain;
      const signal = AbortSignal.any([closing, AbortSignal.timeout(ANSWERED_WITHIN_MS)]);
      const options: RequestOptions = {
        method: 'POST',
        headers: { ...headers, 'content-length': body.length },
        lookup: lookupReachable,
        signal,
      };
      const outgoing = send(endpoint, options, (incoming) => {
        resolve(answerOf(incoming));
        incoming.destroy();
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
}

const answerOf = ({ statusCode = 0, headers }: IncomingMessage): PushAnswer => ({ status: statusCode, retryAfter: headers['retry-after'] });

function reachableOnly(mayReach: (address: string) => boolean): LookupFunction {
  return (hostname, options, found) =>
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return found(error, []);
      const unreachable = addresses.find(({ address }) => !mayReach(address));
      const [first] = addresses;
      if (unreachable || !first)
        return found(new Error(`${hostname} is no place to send pushes to: it leads to ${unreachable?.address ?? 'nowhere'}`), []);
      return options.all ? found(null, addresses) : found(null, first.address, first.family);
    });
}
