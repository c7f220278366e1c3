import { effect } from '@preact/signals';
import { session } from '../app/index.ts';
import { go } from '../routes/index.ts';
import { workerMessages } from '../sw/index.ts';
import { readChosen } from './choices.ts';
import { countUnread, followBook, refreshFeed, workspaceOnScreen } from './feed.ts';
import { resumePushes } from './pushHere.ts';

const LOOKED_AT_EVERY_MS = 2 * 60_000;

/** Keeps the feed up to date for as long as the page is open: at the start, when it is looked at again, and when a push came. */
export function followNotices(): void {
  countUnread();
  followBook();
  effect(() => {
    const now = session.value;
    if (now.status === 'in' && workspaceOnScreen() !== undefined) void resume(now.me.user_id);
  });
  const worker = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  worker?.addEventListener('message', ({ data }: MessageEvent<unknown>) => hear(data));
  addEventListener('online', look);
  document.addEventListener('visibilitychange', look);
  setInterval(look, LOOKED_AT_EVERY_MS);
}

async function resume(userId: string): Promise<void> {
  if (await resumePushes(userId)) await readChosen();
}

const look = (): void => {
  if (document.visibilityState === 'visible' && session.peek().status === 'in') void refreshFeed();
};

/** From the worker: that a push came, or that one was tapped and leads somewhere. */
function hear(data: unknown): void {
  if (data === workerMessages.pushed) look();
  if (typeof data === 'object' && data !== null && 'goTo' in data && typeof data.goTo === 'string') go(data.goTo);
}
