import { readStored, type OpenDocument } from '@taffrail/sync';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import { connectWithTickets } from './connectWithTickets.ts';

/** An unmodified client of y-websocket, as any editor would use it. */
export interface Device {
  readonly document: OpenDocument;
  readonly provider: WebsocketProvider;
  readonly closeCodes: number[];
  synced(): Promise<void>;
  /** How many of its updates the server has said to be stored. */
  stored(): number;
  leave(): void;
}

export interface DeviceParts {
  /** Where the server has its documents. */
  readonly url: string;
  readonly name: string;
  readonly document: OpenDocument;
  /** A script is let in by its token, a browser by a ticket for each connection. */
  readonly token?: string;
  readonly askForTicket?: () => Promise<string>;
  /** How long it waits at most before it comes back. */
  readonly maxBackoffMs: number;
}

/** Where y-websocket lets a device hear of message types of its own; without it, it passes over them with a line in its console. */
const STORED = 100;

export function openDevice({ url, name, document, token, askForTicket, maxBackoffMs }: DeviceParts): Device {
  const provider = new WebsocketProvider(url, name, document.content, {
    WebSocketPolyfill: socketsOf(token),
    disableBc: true,
    connect: askForTicket === undefined,
    maxBackoffTime: maxBackoffMs,
  });
  const stopConnecting = askForTicket ? connectWithTickets(provider, askForTicket) : () => {};
  let stored = 0;
  provider.messageHandlers[STORED] = (_, decoder) => void (stored = readStored(decoder.arr) ?? stored);
  const closeCodes: number[] = [];
  provider.on('connection-close', (event) => event && closeCodes.push(event.code));
  return {
    document,
    provider,
    closeCodes,
    async synced() {
      while (!provider.synced)
        await new Promise((resolve) => {
          provider.once('sync', resolve);
        });
    },
    stored: () => stored,
    leave() {
      stopConnecting();
      provider.destroy();
      // It made its own awareness, whose timer it leaves behind.
      provider.awareness.destroy();
    },
  };
}

/** A browser's sockets have no headers of their own; those of a script carry its token. */
function socketsOf(token: string | undefined): typeof globalThis.WebSocket {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  function ScriptSocket(url: string, protocols: string[]): WebSocket {
    return new WebSocket(url, protocols, { headers });
  }
  return ScriptSocket as unknown as typeof globalThis.WebSocket;
}
