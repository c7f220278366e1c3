import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { isPublicAddress } from './addresses.ts';
import { openPushDoor } from './pushDoor.ts';

const closing = new AbortController();
const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function service(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  open.push(server);
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  return `http://localhost:${(server.address() as AddressInfo).port}/push/1`;
}

const toLoopback = openPushDoor({ mayReach: (address) => address === '127.0.0.1' || address === '::1', closing: closing.signal });
const body = Buffer.from('encrypted');

describe('the way out', () => {
  it('brings the message and the answer', async () => {
    const heard: object[] = [];
    const endpoint = await service((request, response) => {
      request.setEncoding('utf8').on('data', (text: string) => {
        heard.push({ method: request.method, url: request.url, ttl: request.headers['ttl'], text });
        response.writeHead(429, { 'retry-after': '120' }).end();
      });
    });
    expect(await toLoopback({ endpoint, headers: { ttl: '60' }, body })).toEqual({ status: 429, retryAfter: '120' });
    expect(heard).toEqual([{ method: 'POST', url: '/push/1', ttl: '60', text: 'encrypted' }]);
  });

  it('goes nowhere else when it is sent on', async () => {
    let asked = 0;
    const elsewhere = await service((_, response) => {
      asked += 1;
      response.end();
    });
    const endpoint = await service((_, response) => void response.writeHead(307, { location: elsewhere }).end());
    expect(await toLoopback({ endpoint, headers: {}, body })).toMatchObject({ status: 307 });
    expect(asked).toBe(0);
  });

  it('does not wait for an answer without end', async () => {
    const endpoint = await service((_, response) => void response.writeHead(201).write('and so on'));
    expect(await toLoopback({ endpoint, headers: {}, body })).toMatchObject({ status: 201 });
  });

  it('does not lead home, whatever the name is', async () => {
    let asked = 0;
    const endpoint = await service((_, response) => {
      asked += 1;
      response.end();
    });
    const door = openPushDoor({ mayReach: isPublicAddress, closing: closing.signal });
    await expect(door({ endpoint, headers: {}, body })).rejects.toThrow(/localhost is no place to send pushes to/);
    expect(asked).toBe(0);
  });

  it('is broken off when the server closes', async () => {
    const stopping = new AbortController();
    const door = openPushDoor({ mayReach: () => true, closing: stopping.signal });
    const endpoint = await service(() => stopping.abort());
    await expect(door({ endpoint, headers: {}, body })).rejects.toThrow(/abort/i);
  });
});
