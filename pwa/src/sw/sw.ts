import { workerMessages, type Shows } from './messages.ts';
import { keepShared } from './shared.ts';
import { followNotification, moveSubscription, showPush } from './push.ts';
import { answerFromShell, dropOldShells, isOutrun, storeShell } from './shell.ts';

declare const self: ServiceWorkerGlobalScope;

const SHARE = '/share';

self.addEventListener('install', (event) => event.waitUntil(storeShell()));

self.addEventListener('activate', (event) => event.waitUntil(dropOldShells().then(() => self.clients.claim())));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const answer = isShare(request) ? takeShared(request) : answerFromShell(request);
  if (answer) event.respondWith(answer);
});

self.addEventListener('message', (event) => {
  if (event.data === workerMessages.beComplete) event.waitUntil(complete());
  if (event.data === workerMessages.takeOver) event.waitUntil(self.skipWaiting());
  if (isShows(event.data)) event.waitUntil(compare(event, event.data));
});

self.addEventListener('push', (event) => event.waitUntil(showPush(event.data)));

self.addEventListener('notificationclick', (event) => event.waitUntil(followNotification(event.notification)));

self.addEventListener('pushsubscriptionchange', (event) => (event as ExtendableEvent).waitUntil(moveSubscription()));

/** Without a network it stays as it is, until the next start of a page. */
async function complete(): Promise<void> {
  await storeShell().catch(() => undefined);
  await self.clients.claim();
}

const isShows = (said: string | Shows): said is Shows => typeof said === 'object' && 'shows' in said;

/** This worker may have taken over while the page was on its way from the one before. */
async function compare({ source }: ExtendableMessageEvent, { shows }: Shows): Promise<void> {
  if (await isOutrun(shows)) source?.postMessage(workerMessages.otherVersion);
}

const isShare = ({ method, url }: Request): boolean => method === 'POST' && new URL(url).pathname === SHARE;

/** The system posts like a form; what it gets back is the page that asks what the trader wants to do with it. */
async function takeShared(request: Request): Promise<Response> {
  await keepShared(await request.formData());
  return Response.redirect(SHARE, 303);
}
