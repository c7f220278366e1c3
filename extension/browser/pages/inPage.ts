import { TEACH_PORT, serveTeaching } from '../../src/teach/index.ts';
import { serveTicket, TICKET_PORT, type Port } from '../../src/ticket/index.ts';

/** Stands in for the browser's ports: what the panel says comes in, and what it would be told is kept. */
function openPort(name: string) {
  const told: unknown[] = [];
  const listeners: ((message: unknown) => void)[] = [];
  const leaving: (() => void)[] = [];
  const port: Port = {
    postMessage: (message) => void told.push(structuredClone(message)),
    onMessage: { addListener: (listener) => void listeners.push(listener) },
    onDisconnect: { addListener: (listener) => void leaving.push(listener) },
  };
  if (name === TICKET_PORT) serveTicket(port, document);
  if (name === TEACH_PORT) serveTeaching(port, document);
  return {
    told,
    say: (message: unknown): void => listeners.forEach((listener) => listener(message)),
    close: (): void => leaving.forEach((leave) => leave()),
  };
}

Object.assign(globalThis, { openPort });
