import { isRefusal } from '@taffrail/domain/kernel';
import {
  base64Of,
  bytesOf,
  kindOf,
  LEFT,
  missingMessage,
  openDocument,
  presenceMessage,
  readMessage,
  stateVectorMessage,
  stateVectorOf,
  storedMessage,
  syncLimits,
  takeUpdate,
  updateMessage,
  updateSince,
  type DocumentKind,
  type OpenDocument,
  type Presence,
} from '@taffrail/sync';
import type { DocumentLine, DocumentSocket } from '../documentLine.ts';

/** A server for documents, as small as one can be that keeps to the protocol. What it is asked to do wrong, it does. */
export interface House {
  readonly line: DocumentLine;
  document(name: string): OpenDocument;
  /** Forgets everything, as one that was restored from before. */
  forget(): void;
  /** Cuts every socket. */
  cut(code?: number): void;
  isReachable: boolean;
  /** Updates on their way to a device of which none arrives. */
  losesUpdates: boolean;
  /** Takes updates and never says so. */
  isSilent: boolean;
  readonly dials: string[];
  readonly requests: number[];
  readonly messages: number;
}

interface Guest extends DocumentSocket {
  hear(message: Uint8Array): void;
  end(code: number): void;
  said: Presence | undefined;
}

export function openHouse(): House {
  let documents = new Map<string, OpenDocument>();
  const guests = new Map<string, Set<Guest>>();
  const dials: string[] = [];
  const requests: number[] = [];
  let change = 0;
  let messages = 0;
  const changes = new Map<string, number>();

  function document(name: string): OpenDocument {
    const found = documents.get(name) ?? openDocument(kindOf(name) as DocumentKind);
    documents.set(name, found);
    return found;
  }

  const house: House = {
    document,
    forget() {
      documents = new Map();
      changes.clear();
      change = 0;
    },
    cut(code = 1006) {
      for (const guest of [...guests.values()].flatMap((seated) => [...seated])) guest.end(code);
    },
    isReachable: true,
    losesUpdates: false,
    isSilent: false,
    dials,
    requests,
    get messages() {
      return messages;
    },
    line: { catchUp, changedAfter, dial },
  };

  const gone = { kind: 'later', sentence: 'The server could not be reached.' } as const;

  async function catchUp({ documents: asked }: Parameters<DocumentLine['catchUp']>[0]) {
    if (!house.isReachable) return gone;
    requests.push(asked.length);
    const answers = asked.map(({ name, state_vector, update }) => {
      const refused = update === undefined ? undefined : take(name, bytesOf(update), undefined);
      if (refused) return { outcome: 'refused' as const, name, code: refused.code, sentence: refused.sentence };
      const missing = updateSince(document(name), bytesOf(state_vector)) as Uint8Array;
      return { outcome: 'synced' as const, name, update: base64Of(missing), state_vector: base64Of(stateVectorOf(document(name))) };
    });
    return { kind: 'answered' as const, value: { documents: answers } };
  }

  async function changedAfter(after: number) {
    if (!house.isReachable) return gone;
    const found = [...changes].filter(([, at]) => at > after).toSorted(([, a], [, b]) => a - b);
    const listed = found.map(([name, at]) => ({ name, change: at, updated_at: '2025-02-05T10:00:00.000Z', bytes: 1 }));
    return { kind: 'answered' as const, value: { documents: listed, next_after: listed.at(-1)?.change ?? after } };
  }

  function take(name: string, update: Uint8Array, from: Guest | undefined) {
    const taken = takeUpdate(document(name), update);
    if (isRefusal(taken)) return taken;
    if (!taken.update) return undefined;
    changes.set(name, ++change);
    for (const guest of guests.get(name) ?? []) {
      if (guest !== from && !house.losesUpdates) guest.hear(updateMessage(taken.update));
    }
    return undefined;
  }

  async function dial(name: string) {
    dials.push(name);
    if (!house.isReachable) return gone;
    return { kind: 'answered' as const, value: seat(name) };
  }

  function seat(name: string): Guest {
    const seated = guests.get(name) ?? new Set();
    guests.set(name, seated);
    let onMessage: (message: Uint8Array) => void = () => {};
    let onClose: (code: number) => void = () => {};
    let isOpen = true;
    let updates = 0;
    const guest: Guest = {
      said: undefined,
      onOpen: (listener) => void setTimeout(listener),
      onMessage: (listener) => void (onMessage = listener),
      onClose: (listener) => void (onClose = listener),
      hear: (message) => void setTimeout(() => isOpen && onMessage(message)),
      end(code) {
        if (!isOpen) return;
        isOpen = false;
        seated.delete(guest);
        const { said } = guest;
        if (said) for (const other of seated) other.hear(presenceMessage([{ ...said, clock: said.clock + 1, state: LEFT }]));
        setTimeout(() => onClose(code));
      },
      close: () => guest.end(1000),
      send: (message) => void setTimeout(() => isOpen && listen(message)),
    };

    function listen(bytes: Uint8Array): void {
      messages += 1;
      if (bytes.length > syncLimits.messageBytes) return guest.end(4413);
      const message = readMessage(bytes);
      if (isRefusal(message)) return guest.end(4400);
      if (message.type === 'state_vector') guest.hear(missingMessage(updateSince(document(name), message.bytes) as Uint8Array));
      if (message.type === 'presence') {
        guest.said = message.present[0];
        for (const each of seated) each.hear(presenceMessage(message.present));
      }
      if (message.type === 'update') {
        const refused = take(name, message.bytes, guest);
        if (refused) guest.end(refused.code === 'update_out_of_turn' ? 1013 : 4400);
        else if (!house.isSilent) guest.hear(storedMessage(++updates));
      }
      return undefined;
    }

    seated.add(guest);
    guest.hear(stateVectorMessage(stateVectorOf(document(name))));
    for (const { said } of seated) if (said) guest.hear(presenceMessage([said]));
    return guest;
  }

  return house;
}
