import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Refusal } from '@taffrail/domain/kernel';
import { limits } from './limits.ts';
import { problemParts } from './problem.ts';
import { httpRefusals } from './refusals.ts';
import { securityHeaders } from './securityHeaders.ts';

/** Answers what is not HTTP well enough to become a request, and ends the connection. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket, answerBegun: boolean): void {
  // In the middle of another answer, a second one would only be garbage in it.
  if (error.code === 'ECONNRESET' || !socket.writable || answerBegun) {
    socket.destroy();
    return;
  }
  answerOnSocket(socket, refusalOf(error.code));
}

/** Answers on a bare connection, where no request or no response exists, and ends it. */
export function answerOnSocket(socket: Socket, refusal: Refusal): void {
  const { status, headers, body } = problemParts(refusal);
  const all = { ...securityHeaders, ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`, () => socket.destroy());
}

function refusalOf(code: string | undefined): Refusal {
  if (code === 'HPE_HEADER_OVERFLOW') return httpRefusals.headers_too_large({ limit_bytes: limits.headerBytes });
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return httpRefusals.request_too_slow();
  return httpRefusals.malformed_request();
}
