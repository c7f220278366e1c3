import { keepHere } from '@taffrail/replica';
import { browser } from 'wxt/browser';
import {
  followKept,
  forget,
  openBook,
  PANEL_LINE,
  type Asked,
  type KeptBook,
  type OpenBook,
  type Pairing,
  type Said,
} from '../app/index.ts';
import { followBadge } from './badge.ts';
import { askAgain, askToPair } from './pairing.ts';
import { listenToIconAndKeys } from './iconAndKeys.ts';

const ALARM = 'line';
const EVERY_MINUTES = 1;

/**
 * The one part that talks to the network. A browser ends it whenever it likes, in the middle of anything: all it knows is in the book and
 * in what is kept, and whatever wakes it (an alarm, a page) finds it going on from there.
 */
export function startWorker(): void {
  // Listeners stand before anything is awaited: what woke the worker is told to those that were there at once.
  browser.alarms.onAlarm.addListener(tryNow);
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== PANEL_LINE) return;
    tryNow();
    port.onMessage.addListener((said: Said) => said === 'try_now' && tryNow());
  });
  browser.runtime.onMessage.addListener((asked: Asked) => void answer(asked));
  listenToIconAndKeys();
  void browser.alarms.create(ALARM, { periodInMinutes: EVERY_MINUTES });
  followKept('book', hold);
  followKept('pairing', pursue);
}

const answer = (asked: Asked): Promise<void> => (asked.kind === 'pair' ? askToPair(asked.origin) : forget('pairing'));

const tryNow = (): void => void held?.then((book) => book?.replica.tryNow());

let held: Promise<OpenBook | undefined> | undefined;

/** Opens the book with its line, which sends and follows for as long as the worker lives; the one that was open before is closed. */
function hold(book: KeptBook | undefined): void {
  const before = held;
  held = (async () => {
    await (await before)?.close();
    return book && openBook(book, 'worker').then((open) => open && keeping(open));
  })();
}

/** What is left today stands on the icon, and a book without a server is kept here. */
function keeping(open: OpenBook): OpenBook {
  const stops = [followBadge(open.replica), ...(open.entry.workspace_id === null ? [keepHere(open.replica)] : [])];
  return {
    ...open,
    async close() {
      for (const stop of stops) stop();
      await open.close();
    },
  };
}

let timer: ReturnType<typeof setTimeout> | undefined;

/** Asks the server until somebody has decided whether to let this browser in. */
function pursue(pairing: Pairing | undefined): void {
  clearTimeout(timer);
  if (pairing?.state !== 'waiting') return;
  const again = async (): Promise<void> => {
    const afterMs = await askAgain(pairing);
    if (afterMs !== undefined) timer = setTimeout(() => void again(), afterMs);
  };
  timer = setTimeout(() => void again(), pairing.every_ms);
}
