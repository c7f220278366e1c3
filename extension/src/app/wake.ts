import { browser } from 'wxt/browser';
import { PANEL_LINE, type Said } from './messages.ts';

/** Browsers end a worker that hears nothing for half a minute. */
const EVERY_MS = 20_000;

/** Keeps the worker at work for as long as this page is open, and starts it again when it was ended. Returns how to stop. */
export function keepWorkerAwake(): () => void {
  let isOver = false;
  let timer: ReturnType<typeof setInterval> | undefined;
  let port: ReturnType<typeof browser.runtime.connect> | undefined;

  function call(): void {
    port = browser.runtime.connect({ name: PANEL_LINE });
    port.onDisconnect.addListener(() => {
      clearInterval(timer);
      // After an update of the extension this page belongs to no extension any more, and says so.
      if (!isOver && browser.runtime.id !== undefined) setTimeout(call, 250);
    });
    timer = setInterval(() => say('still_here'), EVERY_MS);
  }

  const say = (said: Said): void => port?.postMessage(said);
  const tryNow = (): void => say('try_now');

  call();
  // A worker of an extension is not told of every network that comes back.
  addEventListener('online', tryNow);
  return () => {
    isOver = true;
    removeEventListener('online', tryNow);
    clearInterval(timer);
    port?.disconnect();
  };
}
