import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A device's own line to the server, which can be cut as a tunnel cuts it, for pages, workers and streams alike. */
export interface Wire {
  /** Where this device reaches the server. */
  readonly origin: string;
  cut(): void;
  mend(): void;
  close(): void;
}

/** The server may be another one, on another port, at every connection. */
export async function openWire(serverPort: () => number): Promise<Wire> {
  const open = new Set<Socket>();
  let isCut = false;
  const relay = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(serverPort(), '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
  const hangUp = (): void => open.forEach((socket) => socket.destroy());
  return {
    origin: `http://127.0.0.1:${(relay.address() as AddressInfo).port}`,
    cut() {
      isCut = true;
      hangUp();
    },
    mend() {
      isCut = false;
    },
    close() {
      relay.close();
      hangUp();
    },
  };
}
