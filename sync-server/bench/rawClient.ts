import { connect } from 'node:net';
import type { ServerProcess } from '../faults/serverProcess.ts';

/** One keep-alive connection that sends a request at a time and gives back status and body. Bare sockets, so that the load generator does not become what is measured. */
export interface RawClient {
  post(path: string, body: string): Promise<{ status: number; body: string }>;
  close(): void;
}

const HEADERS_END = '\r\n\r\n';

export function openRawClient({ port, cookie }: Pick<ServerProcess, 'port' | 'cookie'>): RawClient {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let received = '';
  let answered: ((answer: { status: number; body: string }) => void) | undefined;
  let failed: ((error: Error) => void) | undefined;

  socket.setEncoding('utf8');
  socket.on('data', (text: string) => {
    received += text;
    const headersEnd = received.indexOf(HEADERS_END);
    if (headersEnd < 0) return;
    const bodyFrom = headersEnd + HEADERS_END.length;
    const length = Number(/content-length: (\d+)/i.exec(received.slice(0, headersEnd))?.[1] ?? 0);
    // All that is sent here is ASCII, so characters count bytes.
    if (received.length < bodyFrom + length) return;
    const answer = { status: Number(received.slice(9, 12)), body: received.slice(bodyFrom, bodyFrom + length) };
    received = '';
    answered?.(answer);
  });
  socket.on('error', (error) => failed?.(error));

  return {
    post: (path, body) =>
      new Promise((resolve, reject) => {
        answered = resolve;
        failed = reject;
        socket.write(
          `POST ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
        );
      }),
    close: () => socket.destroy(),
  };
}
