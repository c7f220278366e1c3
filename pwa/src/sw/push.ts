import type { Push, PushState } from '@taffrail/sync';
import { notifications, sentenceOfNotice, type Printed, type Sentence } from '../words/index.ts';
import { workerMessages } from './messages.ts';

declare const self: ServiceWorkerGlobalScope;

const FEED = '/notifications';

/** Shows what came, always: a browser takes the right away from whoever is told and shows nothing. */
export async function showPush(data: PushMessageData | null): Promise<void> {
  const push = pushIn(data);
  const { title, text } = sentenceOf(push);
  await self.registration.showNotification(title, {
    body: text,
    tag: tagOf(push),
    icon: '/icons/icon-192.png',
    badge: '/icons/badge-96.png',
    data: addressOf(push),
  });
  await self.navigator.setAppBadge?.(push?.unread).catch(() => undefined);
  for (const page of await pages()) page.postMessage(workerMessages.pushed);
}

/** The page that is open goes there, so that nothing half written in it is lost by a reload. */
export async function followNotification(notification: Notification): Promise<void> {
  notification.close();
  const href = typeof notification.data === 'string' ? notification.data : FEED;
  const [page] = await pages();
  if (!page) return void (await self.clients.openWindow(href));
  page.postMessage({ goTo: href });
  // Where a browser does not let its windows come forward, the page is right when it is looked at.
  await page.focus().catch(() => undefined);
}

/** The browser was given another address, and has a session to say so with; a paired device says it when its page is opened. */
export async function moveSubscription(): Promise<void> {
  const state = await fetch('/api/notices/push');
  if (!state.ok) return;
  const { server_key: applicationServerKey } = (await state.json()) as PushState;
  const moved = await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
  const { endpoint, keys } = moved.toJSON();
  await fetch('/api/notices/push/place', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ endpoint, keys }),
  });
}

const pages = (): Promise<readonly WindowClient[]> => self.clients.matchAll({ type: 'window', includeUncontrolled: true });

function pushIn(data: PushMessageData | null): Push | undefined {
  try {
    return data?.json() as Push;
  } catch {
    return undefined;
  }
}

function sentenceOf(push: Push | undefined): Sentence {
  const something = { title: notifications.something, text: '' };
  if (push?.says === 'test') return { title: notifications.testTitle, text: notifications.testText };
  if (push?.says === 'several') return { title: notifications.several(push.count), text: notifications.severalText };
  return push?.says === 'notice' ? (sentenceOfNotice(push.notice, printed) ?? something) : something;
}

/** As the language of the browser prints them. */
const printed: Printed = {
  day: (day) => new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)),
  dateTime: (instant) => new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant)),
};

/** What comes later about the same thing takes the place of what is shown. */
function tagOf(push: Push | undefined): string {
  if (push?.says !== 'notice') return push?.says ?? 'something';
  const { kind, subject, id } = push.notice;
  return subject ? `${subject.type} ${subject.id}` : `${kind} ${id}`;
}

/** By way of the feed, which knows the places of the app and marks it as read. */
function addressOf(push: Push | undefined): string {
  if (push?.says !== 'notice') return FEED;
  const { id, kind, subject } = push.notice;
  return `${FEED}?${new URLSearchParams({ notice: String(id), kind, subject: subject?.id ?? '' }).toString()}`;
}
