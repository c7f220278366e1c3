import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import {
  isAheadOf,
  presenceMessage,
  readDenied,
  readMessage,
  readStored,
  stateVectorMessage,
  stateVectorOf,
  syncLimits,
  takeUpdate,
  updateMessage,
  type Company,
  type OpenDocument,
} from '@taffrail/sync';
import type { DocumentSocket } from './documentLine.ts';
import type { Parcel } from './parcels.ts';

export interface TalkParts {
  readonly document: OpenDocument;
  readonly company: Company;
  /** What this device has and the server may not, but for what is on its way. */
  readonly waiting: (except: ReadonlySet<number>) => Promise<readonly Parcel[]>;
  readonly sent: (places: readonly number[]) => Promise<void>;
  /** The server has answered: from here on, what one writes the others see. */
  readonly together: () => void;
  /** News from the server, already in the document. */
  readonly took: (update: Uint8Array) => void;
  /** The server turns out to lack what it once had. */
  readonly lost: (stateVector: Uint8Array) => void;
}

/** How a talk came to its end; `final` says that coming back changes nothing. */
export interface Ending {
  readonly final: boolean;
  readonly code: number;
  readonly sentence: string | undefined;
  /** Something is too large for a message. */
  readonly tooLarge: boolean;
}

export interface Talk {
  /** Something new waits, or is to be shown. */
  nudge(): void;
  end(): void;
  readonly ended: Promise<Ending>;
}

/** Far enough below a message's limit for what is around an update. */
const LARGEST_UPDATE = syncLimits.messageBytes - 64;
/** Sixteen messages a second of writing and five of presence stay below what is taken, and nobody waits noticeably. */
const PAUSE_MS = 60;
const PRESENCE_PAUSE_MS = 200;
/** The server repeats presence to whoever says it, and every device says it twice as often as this. */
const SILENCE_MS = 35_000;

/** One connection about one document: says what the server lacks, hears what this device lacks, until it ends. */
export function talkOver(socket: DocumentSocket, parts: TalkParts): Talk {
  const { document, company } = parts;
  const { promise: ended, resolve: settle } = Promise.withResolvers<Ending>();
  const underWay: (readonly number[])[] = [];
  let stored = 0;
  let isOpen = false;
  let isTogether = false;
  let denied: string | undefined;
  let tooLarge = false;
  let hearing: ReturnType<typeof setTimeout> | undefined;
  const saying = paced(PAUSE_MS, sayWaiting);
  const showing = paced(PRESENCE_PAUSE_MS, async () => socket.send(presenceMessage([company.own()])));
  const stopShowing = company.onOwn(() => isOpen && showing.ask());

  socket.onOpen(() => {
    isOpen = true;
    socket.send(stateVectorMessage(stateVectorOf(document)));
    showing.ask();
    saying.ask();
    listenOn();
  });
  socket.onMessage((message) => {
    listenOn();
    hear(message);
  });
  socket.onClose(finish);

  function listenOn(): void {
    clearTimeout(hearing);
    hearing = setTimeout(() => socket.close(), SILENCE_MS);
  }

  async function sayWaiting(): Promise<void> {
    for (const parcel of await parts.waiting(new Set(underWay.flat()))) {
      if (!isOpen) return;
      if (parcel.update.length > LARGEST_UPDATE) {
        tooLarge = true;
        socket.close();
        return;
      }
      underWay.push(parcel.places);
      socket.send(updateMessage(parcel.update));
    }
  }

  function hear(bytes: Uint8Array): void {
    const count = readStored(bytes);
    if (count !== undefined) return void confirm(count);
    denied ??= readDenied(bytes);
    if (denied !== undefined) return;
    const message = readMessage(bytes);
    if (isRefusal(message)) return;
    if (message.type === 'update' && !isTogether) {
      isTogether = true;
      parts.together();
    }
    if (message.type === 'update') take(message.bytes);
    else if (message.type === 'state_vector') void compare(message.bytes);
    else if (message.type === 'presence') company.hear(message.present);
    else showing.ask();
  }

  async function confirm(count: number): Promise<void> {
    const places = underWay.slice(stored, count).flat();
    stored = Math.max(stored, count);
    await parts.sent(places);
  }

  /** What rests on something missing would wait in memory for ever, and everything after it: the whole difference is asked for instead. */
  function take(update: Uint8Array): void {
    const taken = takeUpdate(document, update);
    if (isRefusal(taken)) askAgain(taken);
    else if (taken.update) parts.took(taken.update);
  }

  function askAgain({ code }: Refusal): void {
    if (code === 'update_out_of_turn') socket.send(stateVectorMessage(stateVectorOf(document)));
    else socket.close();
  }

  /** With nothing left to send, the server has everything; or it was restored from before it had. */
  async function compare(stateVector: Uint8Array): Promise<void> {
    if ((await parts.waiting(NOTHING)).length === 0 && isAheadOf(document, stateVector)) parts.lost(stateVector);
  }

  function finish(code: number): void {
    isOpen = false;
    clearTimeout(hearing);
    stopShowing();
    saying.stop();
    showing.stop();
    company.forgetOthers();
    settle({ final: code >= FIRST_FINAL && code <= LAST_FINAL, code, sentence: denied, tooLarge });
  }

  return {
    nudge: () => isOpen && saying.ask(),
    end: () => socket.close(),
    ended,
  };
}

const NOTHING: ReadonlySet<number> = new Set();
const FIRST_FINAL = 4400;
const LAST_FINAL = 4499;

/** Does some work at most so often, and once more after the last time it was asked for. */
function paced(pauseMs: number, work: () => Promise<void>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsked = false;
  let isStopped = false;

  function ask(): void {
    isAsked = true;
    if (timer === undefined && !isStopped) void run();
  }

  async function run(): Promise<void> {
    isAsked = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (isAsked) ask();
    }, pauseMs);
    await work();
  }

  return {
    ask,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
