import type { CatchUpAnswer, CatchUpRequest, DocumentList } from '@taffrail/sync';
import type { Reply } from '../line/serverLine.ts';

/** The server, as far as documents are concerned. */
export interface DocumentLine {
  catchUp(request: CatchUpRequest, signal: AbortSignal): Promise<Reply<CatchUpAnswer>>;
  changedAfter(change: number, signal: AbortSignal): Promise<Reply<DocumentList>>;
  /** Gets a ticket, and a socket with it. */
  dial(name: string, signal: AbortSignal): Promise<Reply<DocumentSocket>>;
}

/** As much of a WebSocket as a document needs. */
export interface DocumentSocket {
  send(message: Uint8Array): void;
  close(): void;
  onOpen(listener: () => void): void;
  onMessage(listener: (message: Uint8Array) => void): void;
  /** Also where it never opened. */
  onClose(listener: (code: number) => void): void;
}
