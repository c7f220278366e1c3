import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { stepsOf, syncRefusals, takeUpdate, type DocumentKind, type OpenDocument } from '@taffrail/sync';
import type { Turns } from '../http/index.ts';
import { StorageFault } from '../workspace/index.ts';
import { limits } from './limits.ts';
import type { Member } from './member.ts';
import type { Shelf } from './shelf.ts';
import { openWaitingLine } from './waitingLine.ts';

/** The way of what is written into a document: judged, applied, stored, and only then shown. */
export interface Intake {
  /**
   * Resolves once it is stored. A refusal comes at once, unless the document has to make room first: then whoever sent it is
   * held meanwhile, and told in the end.
   */
  take(update: Uint8Array, from?: Member): Refusal | Promise<Refusal | void>;
  /** Something waits, or is half done. */
  readonly isBusy: boolean;
}

export interface IntakeParts {
  readonly name: string;
  readonly kind: DocumentKind;
  readonly document: OpenDocument;
  readonly shelf: Shelf;
  /** What all documents of the book may still grow by. */
  readonly bytesLeft: () => number;
  readonly isGivenUp: () => boolean;
  readonly giveUp: () => void;
  readonly show: (update: Uint8Array, from: Member | undefined) => void;
  readonly rested: () => void;
  /** One step for each round of the event loop, whoever sent it. */
  readonly turns: Turns;
  readonly failed: (what: string, error: unknown) => void;
}

export function openIntake({
  name,
  kind,
  document,
  shelf,
  bytesLeft,
  isGivenUp,
  giveUp,
  show,
  rested,
  turns,
  failed,
}: IntakeParts): Intake {
  const line = openWaitingLine(makeRoom);
  let underWay = 0;

  function take(update: Uint8Array, from?: Member): Refusal | Promise<Refusal | void> {
    return line.bytes > 0 || couldMakeRoom(update.length) ? takeInTurn(update, from) : takeNow(update, from);
  }

  /** A document is as large as what is written in it, and not as what it went through since it was last compacted. */
  const couldMakeRoom = (bytes: number): boolean => shelf.isLoose && sizeProblem(bytes) !== undefined;

  function sizeProblem(more: number): Refusal | undefined {
    if (shelf.bytes + more > kind.mostBytes) return syncRefusals.document_full({ limit_bytes: kind.mostBytes });
    return more > bytesLeft() ? syncRefusals.documents_full({ limit_bytes: limits.bookBytes }) : undefined;
  }

  function takeInTurn(update: Uint8Array, from: Member | undefined): Promise<Refusal | void> {
    if (line.bytes + update.length > limits.waitingBytes) {
      from?.comeBack();
      return Promise.reject(new StorageFault('busy', `too much waits for room in ${name}`));
    }
    return whileUnderWay(async () => {
      from?.hold();
      try {
        return await line.wait(update.length, () => takeNow(update, from));
      } finally {
        from?.goOn();
      }
    });
  }

  async function makeRoom(bytes: number): Promise<void> {
    while (!isGivenUp() && couldMakeRoom(bytes)) await shelf.compact();
  }

  async function whileUnderWay<T>(work: () => Promise<T>): Promise<T> {
    underWay += 1;
    try {
      return await work();
    } finally {
      underWay -= 1;
      rested();
    }
  }

  function takeNow(update: Uint8Array, from: Member | undefined): Refusal | Promise<void> {
    if (isGivenUp()) return Promise.reject(new StorageFault('busy', `the room of ${name} was given up`));
    const steps = sizeProblem(update.length) ?? stepsOf(document, update);
    if (isRefusal(steps)) return steps;
    const [first = update, ...others] = steps;
    const taken = takeStep(first, from);
    return isRefusal(taken) || others.length === 0 ? taken : whileUnderWay(() => takeOthers(taken, others, from));
  }

  function takeStep(step: Uint8Array, from: Member | undefined): Refusal | Promise<void> {
    const taken = takeOrGiveUp(step);
    if (isRefusal(taken)) return taken;
    if (!taken.update) return shelf.stored();
    // What the document tidied is news to the sender too.
    return storeAndShow(taken.update, taken.tidied ? undefined : from);
  }

  /** Between two steps everybody else is answered, also where a step changes nothing and there is no disk to wait for, and however many send steps. */
  async function takeOthers(first: Promise<void>, steps: readonly Uint8Array[], from: Member | undefined): Promise<void> {
    await first;
    for (const step of steps) {
      await turns.next();
      const taken = isGivenUp() ? undefined : takeStep(step, from);
      if (taken === undefined || isRefusal(taken)) throw new Error(`an update of ${name} was taken in part`);
      await taken;
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
      show(update, from);
    } catch (error) {
      giveUp();
      throw error;
    } finally {
      rested();
    }
  }

  return {
    take,
    get isBusy() {
      return underWay > 0;
    },
  };
}
