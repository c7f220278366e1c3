import { browser } from 'wxt/browser';
import { BOOK_LINE, type Planning, type Said, type Told } from './messages.ts';

/** Browsers end a worker that hears nothing for half a minute. */
const EVERY_MS = 20_000;
const PAUSE_MS = 200;

export interface Line {
  /** Says what is planned now, to this worker and to each that takes its place. */
  plans(planning: Planning): void;
}

/** A page's line to the worker: keeps it at work for as long as the page is open, and starts it again when it was ended. */
export function openLine(hear: (told: Told) => void): Line {
  let planning: Planning | undefined;
  let port: ReturnType<typeof browser.runtime.connect> | undefined;

  function call(): void {
    port = browser.runtime.connect({ name: BOOK_LINE });
    const timer = setInterval(() => say({ kind: 'still_here' }), EVERY_MS);
    port.onMessage.addListener((told) => hear(told as Told));
    port.onDisconnect.addListener(() => {
      clearInterval(timer);
      port = undefined;
      // After an update of the extension this page belongs to no extension any more.
      if (browser.runtime?.id !== undefined) setTimeout(call, PAUSE_MS);
    });
    if (planning !== undefined) say({ kind: 'planning', ...planning });
  }

  const say = (said: Said): void => port?.postMessage(said);

  call();
  // A worker of an extension is not told of every network that comes back.
  addEventListener('online', () => say({ kind: 'try_now' }));
  return {
    plans(now) {
      planning = now;
      say({ kind: 'planning', ...now });
    },
  };
}
