import type { Refusal } from '@taffrail/domain/kernel';
import { deniedMessage, type SyncRefusalCode } from '@taffrail/sync';
import type { AccessRefusalCode } from '../http/index.ts';
import type { WebSocket } from 'ws';

/** y-websocket takes 4400 to 4499 for good and does not come back; it comes back after any other code. */
const codeByRefusal: { readonly [Code in SyncRefusalCode | AccessRefusalCode]?: number } = {
  sign_in_needed: 4401,
  ticket_needed: 4401,
  role_needed: 4403,
  scope_needed: 4403,
  no_such_workspace: 4404,
  malformed_message: 4400,
  malformed_update: 4400,
  no_such_document: 4404,
  message_too_large: 4413,
  too_many_authors: 4413,
  too_many_deletions: 4413,
  too_many_parts: 4413,
  nested_too_deep: 4413,
  document_full: 4429,
  documents_full: 4429,
  too_many_messages: 4429,
  too_many_sockets: 4429,
};

const SERVER_RESTARTS = 1012;
const TRY_AGAIN_LATER = 1013;

/** A close frame is too small for a sentence, so that goes ahead of it; the code of the refusal says which one it is. */
export function closeRefused(socket: WebSocket, { code, sentence }: Refusal): void {
  const closeCode = (codeByRefusal as { readonly [code: string]: number })[code];
  if (closeCode !== undefined) socket.send(deniedMessage(sentence));
  // What is out of turn is put right by coming back: the first exchange brings whatever was missing. Bytes are rationed by the
  // second, so a device with much to bring is only made to wait.
  socket.close(closeCode ?? TRY_AGAIN_LATER, code);
}

export const closeForNow = (socket: WebSocket): void => socket.close(TRY_AGAIN_LATER, 'come_back');

export const closeForRestart = (socket: WebSocket): void => socket.close(SERVER_RESTARTS, 'come_back');

const NO_LONGER_LET_IN = 4401;

/** Whoever has no right to be here any more is gone now, and not once they answer. */
export function closeRevoked(socket: WebSocket): void {
  socket.close(NO_LONGER_LET_IN, 'revoked');
  setImmediate(() => socket.terminate());
}
