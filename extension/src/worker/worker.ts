import { browser } from 'wxt/browser';
import { followKept, type Asked, type Pairing } from '../app/index.ts';
import { standing as words } from '../words/index.ts';
import { answerTo } from './answers.ts';
import { followBadge } from './badge.ts';
import { holdBook } from './book/held.ts';
import { followLastAccount } from './book/lastAccount.ts';
import { listenToIconAndKeys } from './iconAndKeys.ts';
import { serveLine, tryNow } from './lines.ts';
import { isOwnPage } from './ownPage.ts';
import { askAgain } from './pairing.ts';

const ALARM = 'line';
const EVERY_MINUTES = 1;

/**
 * The one part that has the book and talks to the network. A browser ends it whenever it likes, in the middle of anything: all it knows is in
 * the book and in what is kept, and whatever wakes it (an alarm, a page) finds it going on from there.
 */
export function startWorker(): void {
  // Listeners stand before anything is awaited: what woke the worker is told to those that were there at once.
  browser.alarms.onAlarm.addListener(tryNow);
  browser.runtime.onConnect.addListener(serveLine);
  browser.runtime.onMessage.addListener((asked: Asked, sender, respond) => {
    if (!isOwnPage(sender)) return false;
    void answer(asked, respond);
    return true;
  });
  listenToIconAndKeys();
  void browser.alarms.create(ALARM, { periodInMinutes: EVERY_MINUTES });
  holdBook();
  followLastAccount();
  followBadge();
  followKept('pairing', pursue);
}

/** Who asked is told in any case; a defect is for whoever looks at the worker. */
async function answer(asked: Asked, respond: (answer: Awaited<ReturnType<typeof answerTo>>) => void): Promise<void> {
  try {
    respond(await answerTo(asked));
  } catch (error) {
    respond({ refused: true, code: 'failed', sentence: words.notDone, details: {} });
    throw error;
  }
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
