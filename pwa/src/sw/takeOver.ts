import { workerMessages } from './messages.ts';

declare const self: ServiceWorkerGlobalScope;

/** A page that was left a moment ago is still counted, for longer the busier the device is. */
const PATIENCE_MS = 15_000;
const LOOK_EVERY_MS = 100;

/** Takes over from the version before where one page is open and no more; otherwise that page is told that it has company. */
export async function takeOverWhenAlone({ source }: ExtendableMessageEvent): Promise<void> {
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += LOOK_EVERY_MS) {
    const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
    if (pages.length <= 1) return self.skipWaiting();
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  source?.postMessage(workerMessages.notAlone);
}
