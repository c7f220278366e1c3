import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import {
  closeDocument,
  missingMessage,
  openDocument,
  stateVectorOf,
  stepsOf,
  syncRefusals,
  takeUpdate,
  updateMessage,
  updateSince,
} from '@taffrail/sync';
import { limits } from './limits.ts';
import type { Member } from './member.ts';
import { openPresence, type PresenceBoard } from './presenceBoard.ts';
import { openShelf, type ShelfParts } from './shelf.ts';

/** A document that somebody has open. Nothing written in it is shown to anybody else, or called stored, before it is. */
export interface Room {
  join(member: Member): void;
  leave(member: Member): void;
  /** Sends a member everything that its state vector lacks. */
  answer(member: Member, stateVector: Uint8Array): Refusal | undefined;
  /** Resolves once it is stored. A refusal comes before anything waits. */
  take(update: Uint8Array, from?: Member): Refusal | Promise<void>;
  readonly presence: PresenceBoard;
  stateVector(): Uint8Array;
  since(stateVector: Uint8Array): Uint8Array | Refusal;
  /** Sends everybody away, and lets nobody in any more. */
  giveUp(): void;
  readonly isGivenUp: boolean;
  /** Closes the document where nobody is in it and nothing is on its way to storage. */
  closeIfEmpty(): void;
}

export interface RoomParts extends Omit<ShelfParts, 'rested'> {
  /** What all documents of the book may still grow by. */
  readonly bytesLeft: () => number;
  readonly closed: () => void;
}

/** Loads the document; one that cannot be loaded is not opened, so that nothing blank ever takes its place. */
export function openRoom(parts: RoomParts): Room {
  const { name, kind, failed } = parts;
  const shelf = openShelf({ ...parts, rested: closeIfEmpty });
  const document = openDocument(kind, shelf.found);
  const members = new Set<Member>();
  const presence = openPresence(members);
  let isGivenUp = false;
  let isClosed = false;
  let underWay = 0;

  function take(update: Uint8Array, from?: Member): Refusal | Promise<void> {
    if (isGivenUp) return Promise.reject(new Error(`the room of ${name} was given up`));
    const steps = sizeProblem(parts, shelf.bytes, update.length) ?? stepsOf(document, update);
    if (isRefusal(steps)) return steps;
    const [first = update, ...others] = steps;
    const taken = takeStep(first, from);
    return isRefusal(taken) || others.length === 0 ? taken : takeOthers(taken, others, from);
  }

  function takeStep(step: Uint8Array, from: Member | undefined): Refusal | Promise<void> {
    const taken = takeOrGiveUp(step);
    if (isRefusal(taken)) return taken;
    if (!taken.update) return shelf.stored();
    // What the document tidied is news to the sender too.
    return storeAndShow(taken.update, taken.tidied ? undefined : from);
  }

  /** While a step is being stored, everybody else is answered. */
  async function takeOthers(first: Promise<void>, steps: readonly Uint8Array[], from: Member | undefined): Promise<void> {
    underWay += 1;
    try {
      await first;
      for (const step of steps) {
        const taken = isGivenUp ? undefined : takeStep(step, from);
        if (taken === undefined || isRefusal(taken)) throw new Error(`an update of ${name} was taken in part`);
        await taken;
      }
    } finally {
      underWay -= 1;
      closeIfEmpty();
    }
  }

  function takeOrGiveUp(update: Uint8Array) {
    try {
      return takeUpdate(document, update);
    } catch (error) {
      // An update that breaks in the middle leaves the document in memory unlike the one stored.
      giveUp();
      failed(`an update broke document ${name}`, error);
      return syncRefusals.malformed_update({ problem: 'it cannot be applied' });
    }
  }

  async function storeAndShow(update: Uint8Array, from: Member | undefined): Promise<void> {
    try {
      await shelf.put(update);
      const message = updateMessage(update);
      for (const member of members) if (member !== from) member.send(message);
    } catch (error) {
      giveUp();
      throw error;
    } finally {
      closeIfEmpty();
    }
  }

  /** What is in memory may still be on its way to storage. */
  function answer(member: Member, stateVector: Uint8Array): Refusal | undefined {
    const missing = updateSince(document, stateVector);
    if (isRefusal(missing)) return missing;
    const send = (): void => member.send(missingMessage(missing));
    if (shelf.isBusy) shelf.stored().then(send).catch(giveUp);
    else send();
    return undefined;
  }

  function leave(member: Member): void {
    members.delete(member);
    presence.forget(member);
    closeIfEmpty();
  }

  function giveUp(): void {
    isGivenUp = true;
    shelf.giveUp();
    for (const member of members) member.comeBack();
    members.clear();
    closeIfEmpty();
  }

  function closeIfEmpty(): void {
    if (isClosed || members.size > 0 || underWay > 0 || shelf.isBusy) return;
    isClosed = true;
    closeDocument(document);
    parts.closed();
  }

  return {
    join: (member) => void members.add(member),
    leave,
    answer,
    take,
    presence,
    stateVector: () => stateVectorOf(document),
    since: (stateVector) => updateSince(document, stateVector),
    giveUp,
    get isGivenUp() {
      return isGivenUp;
    },
    closeIfEmpty,
  };
}

function sizeProblem({ kind, bytesLeft }: RoomParts, stored: number, more: number): Refusal | undefined {
  if (stored + more > kind.mostBytes) return syncRefusals.document_full({ limit_bytes: kind.mostBytes });
  return more > bytesLeft() ? syncRefusals.documents_full({ limit_bytes: limits.bookBytes }) : undefined;
}
