import type { Refusal } from '@taffrail/domain/kernel';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { syncRefusals } from '../refusals.ts';
import { readPresence, writePresence, type Presence } from './presence.ts';

/**
 * What goes over a document's socket: the y-websocket protocol, and one message more. Outer types: 0 sync (0 state vector,
 * 1 what it lacked, 2 an update), 1 presence, 2 why nothing more is said, 3 asks for presence, 100 how many of the updates sent on this socket are stored.
 */
export type Message =
  | { readonly type: 'state_vector'; readonly bytes: Uint8Array }
  | { readonly type: 'update'; readonly bytes: Uint8Array }
  | { readonly type: 'presence'; readonly present: readonly Presence[] }
  | { readonly type: 'who_is_here' };

const SYNC = 0;
const PRESENCE = 1;
const DENIED = 2;
const WHO_IS_HERE = 3;
/** Clients of y-websocket pass over a type they do not know. */
const STORED = 100;

const STATE_VECTOR = 0;
const MISSING = 1;
const UPDATE = 2;

const PERMISSION_DENIED = 0;

export function readMessage(received: Uint8Array): Message | Refusal {
  try {
    // A copy with memory of its own: the decoder measures lengths against the memory, which a socket shares between messages.
    const decoder = decoding.createDecoder(new Uint8Array(received));
    const message = read(decoder);
    if (decoding.hasContent(decoder)) return syncRefusals.malformed_message({ problem: 'bytes are left over' });
    return message;
  } catch {
    return syncRefusals.malformed_message({ problem: 'it ends before it is complete' });
  }
}

function read(decoder: decoding.Decoder): Message | Refusal {
  const type = decoding.readVarUint(decoder);
  if (type === WHO_IS_HERE) return { type: 'who_is_here' };
  if (type === PRESENCE) {
    const present = readPresence(decoding.readVarUint8Array(decoder));
    return present ? { type: 'presence', present } : syncRefusals.malformed_message({ problem: 'who is present cannot be read' });
  }
  if (type !== SYNC) return syncRefusals.malformed_message({ problem: 'its type is unknown' });
  const step = decoding.readVarUint(decoder);
  const bytes = decoding.readVarUint8Array(decoder);
  if (step === STATE_VECTOR) return { type: 'state_vector', bytes };
  if (step === MISSING || step === UPDATE) return { type: 'update', bytes };
  return syncRefusals.malformed_message({ problem: 'its step is unknown' });
}

export const stateVectorMessage = (stateVector: Uint8Array): Uint8Array => syncMessage(STATE_VECTOR, stateVector);
/** Answers a state vector. A device that has it is in sync. */
export const missingMessage = (update: Uint8Array): Uint8Array => syncMessage(MISSING, update);
export const updateMessage = (update: Uint8Array): Uint8Array => syncMessage(UPDATE, update);

function syncMessage(step: number, bytes: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, SYNC);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, bytes);
  });
}

export function presenceMessage(present: readonly Presence[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, PRESENCE);
    encoding.writeVarUint8Array(encoder, writePresence(present));
  });
}

/** The last message before a socket is closed: clients of y-websocket show the sentence in their console. */
export function deniedMessage(sentence: string): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, DENIED);
    encoding.writeVarUint(encoder, PERMISSION_DENIED);
    encoding.writeVarString(encoder, sentence);
  });
}

export function storedMessage(updates: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, STORED);
    encoding.writeVarUint(encoder, updates);
  });
}

/** How many of the updates sent are stored, if that is what a message says. */
export function readStored(received: Uint8Array): number | undefined {
  const decoder = decoding.createDecoder(new Uint8Array(received));
  return decoding.readVarUint(decoder) === STORED ? decoding.readVarUint(decoder) : undefined;
}

/** Why the other side is about to close, in a sentence, if that is what a message says. */
export function readDenied(received: Uint8Array): string | undefined {
  const decoder = decoding.createDecoder(new Uint8Array(received));
  if (decoding.readVarUint(decoder) !== DENIED) return undefined;
  decoding.readVarUint(decoder);
  return decoding.readVarString(decoder);
}
