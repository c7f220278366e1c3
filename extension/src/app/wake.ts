import { browser } from 'wxt/browser';
import { PANEL_LINE } from './messages.ts';

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
    timer = setInterval(() => port?.postMessage('still here'), EVERY_MS);
  }

  call();
  return () => {
    isOver = true;
    clearInterval(timer);
    port?.disconnect();
  };
}
