import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { closeDocument, missingMessage, openDocument, stateVectorOf, updateMessage, updateSince } from '@taffrail/sync';
import type { Turns } from '../http/index.ts';
import { openIntake, type Intake } from './intake.ts';
import type { Member } from './member.ts';
import { openPresence, type PresenceBoard } from './presenceBoard.ts';
import { openShelf, type ShelfParts } from './shelf.ts';

/** A document that somebody has open. Nothing written in it is shown to anybody else, or called stored, before it is. */
export interface Room {
  join(member: Member): void;
  leave(member: Member): void;
  /** Sends a member everything that its state vector lacks. */
  answer(member: Member, stateVector: Uint8Array): Refusal | undefined;
  readonly take: Intake['take'];
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
  readonly turns: Turns;
  readonly closed: () => void;
}

/** Loads the document; one that cannot be loaded is not opened, so that nothing blank ever takes its place. */
export function openRoom(parts: RoomParts): Room {
  const { kind } = parts;
  const shelf = openShelf({ ...parts, rested: closeIfEmpty });
  const document = openDocument(kind, shelf.found);
  const members = new Set<Member>();
  const presence = openPresence(members);
  const intake = openIntake({ ...parts, document, shelf, isGivenUp: () => isGivenUp, giveUp, show, rested: closeIfEmpty });
  let isGivenUp = false;
  let isClosed = false;

  function show(update: Uint8Array, from: Member | undefined): void {
    const message = updateMessage(update);
    for (const member of members) if (member !== from) member.send(message);
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
    if (isClosed || members.size > 0 || intake.isBusy || shelf.isBusy) return;
    isClosed = true;
    closeDocument(document);
    parts.closed();
  }

  return {
    join: (member) => void members.add(member),
    leave,
    answer,
    take: intake.take,
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
