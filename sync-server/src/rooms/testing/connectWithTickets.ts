import { setTimeout as sleep } from 'node:timers/promises';
import type { WebsocketProvider } from 'y-websocket';

const COME_BACK_AFTER_MS = 100;

/**
 * How a client of y-websocket connects where each connection takes a ticket of its own: it reads `protocols` at each connect, and is held
 * back from connecting by itself until there is the next ticket. What the server closed for good stays closed. Returns how to stop.
 */
export function connectWithTickets(provider: WebsocketProvider, askForTicket: () => Promise<string>): () => void {
  let isOver = false;

  async function connect(): Promise<void> {
    const ticket = await askForTicket();
    if (isOver) return;
    provider.protocols = [ticket];
    provider.connect();
  }

  async function comeBack(): Promise<void> {
    await sleep(COME_BACK_AFTER_MS);
    if (!isOver) await connect();
  }

  provider.on('connection-close', (event) => {
    if (!provider.shouldConnect || (event && !provider.shouldReconnect(event, provider))) return;
    provider.shouldConnect = false;
    void comeBack();
  });
  void connect();
  return () => {
    isOver = true;
  };
}
