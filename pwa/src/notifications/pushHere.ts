import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { base64Of, type ChosenKinds, type PushState } from '@taffrail/sync';
import { api } from '../app/index.ts';
import { notifications } from '../words/index.ts';
import { workspaceOnScreen } from './feed.ts';

const PUSH = '/api/notices/push';
/** Some browsers have no push service, and say nothing at all rather than no. */
const BROWSER_TIMEOUT_MS = 15_000;

/** Whether this device is told of anything while the app is closed, and why not. */
export type PushHere =
  | { readonly status: 'unsupported' | 'install first' | 'denied' }
  | { readonly status: 'off'; readonly serverKey: string }
  | { readonly status: 'on'; readonly serverKey: string; readonly since: string; readonly kinds: ChosenKinds };

export async function readPushHere(): Promise<PushHere | Refusal> {
  if (!isSupported()) return { status: isAppleTab() ? 'install first' : 'unsupported' };
  if (Notification.permission === 'denied') return { status: 'denied' };
  const state = await askServer();
  if (isRefusal(state)) return state;
  const own = await ownSubscription();
  return hereOf(state, own !== null && isMadeFor(own, state.server_key));
}

function hereOf({ server_key: serverKey, subscription }: PushState, isSubscribed: boolean): PushHere {
  return subscription && isSubscribed ? { status: 'on', serverKey, ...subscription } : { status: 'off', serverKey };
}

const isSupported = (): boolean => 'PushManager' in window && 'Notification' in window && 'serviceWorker' in navigator;

/** There a tab is never told anything, and the app on the home screen is. */
const isAppleTab = (): boolean => 'standalone' in navigator && navigator.standalone === false;

/** The browser asks, once: only a person's tap may lead here. */
export async function turnOnPushes(serverKey: string, userId: string): Promise<PushHere | Refusal> {
  if ((await Notification.requestPermission()) !== 'granted') return { status: 'denied' };
  const own = await subscribeBrowser(serverKey);
  return isRefusal(own) ? own : saySubscription(own, {}, userId);
}

export async function choosePushed(kinds: ChosenKinds, userId: string): Promise<PushHere | Refusal> {
  const own = await ownSubscription();
  return own ? saySubscription(own, kinds, userId) : readPushHere();
}

async function saySubscription(own: PushSubscription, kinds: ChosenKinds, userId: string): Promise<PushHere | Refusal> {
  const { endpoint = '', keys } = own.toJSON();
  const state = await api<PushState>(PUSH, { method: 'PUT', body: { endpoint, keys, kinds }, workspaceId: workspaceOnScreen() });
  if (isRefusal(state)) return state;
  wish.keep({ userId, kinds });
  return hereOf(state, true);
}

export async function turnOffPushes(): Promise<void | Refusal> {
  wish.forget();
  const answer = await api<undefined>(PUSH, { method: 'DELETE', workspaceId: workspaceOnScreen() });
  await (await ownSubscription())?.unsubscribe();
  return isRefusal(answer) ? answer : undefined;
}

export const sendTest = (): Promise<unknown> => api(`${PUSH}/test`, { method: 'POST', workspaceId: workspaceOnScreen() });

/** A subscription ends with its session. Whoever signs in here again had asked for it, and need not ask again. True where it was renewed. */
export async function resumePushes(userId: string): Promise<boolean> {
  const wished = wish.read();
  if (wished?.userId !== userId || !isSupported() || Notification.permission !== 'granted') return false;
  const state = await askServer();
  if (isRefusal(state)) return false;
  const own = await ownSubscription();
  if (state.subscription && own && isMadeFor(own, state.server_key)) return false;
  const renewed = await subscribeBrowser(state.server_key);
  return !isRefusal(renewed) && !isRefusal(await saySubscription(renewed, wished.kinds, userId));
}

const askServer = () => api<PushState>(PUSH, { workspaceId: workspaceOnScreen() });

async function ownSubscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration();
  return registration ? registration.pushManager.getSubscription() : null;
}

/** One made for another server, or for a key it no longer has, reaches nobody. */
async function subscribeBrowser(serverKey: string): Promise<PushSubscription | Refusal> {
  const giveUp = Promise.withResolvers<Refusal>();
  const timer = setTimeout(() => giveUp.resolve(browserRefusal(notifications.tookTooLong(BROWSER_TIMEOUT_MS / 1000))), BROWSER_TIMEOUT_MS);
  const subscribing = subscribeWith(serverKey).catch(() => browserRefusal(notifications.refusedByBrowser));
  return Promise.race([subscribing, giveUp.promise]).finally(() => clearTimeout(timer));
}

async function subscribeWith(serverKey: string): Promise<PushSubscription> {
  const { pushManager } = await navigator.serviceWorker.ready;
  const before = await pushManager.getSubscription();
  if (before && !isMadeFor(before, serverKey)) await before.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: serverKey });
}

const browserRefusal = (sentence: string): Refusal => ({ refused: true, code: 'push_not_taken', sentence, details: {} });

function isMadeFor({ options }: PushSubscription, serverKey: string): boolean {
  const key = options.applicationServerKey;
  return key !== null && base64Of(new Uint8Array(key)) === serverKey.replaceAll('-', '+').replaceAll('_', '/').concat('=');
}

interface Wish {
  readonly userId: string;
  readonly kinds: ChosenKinds;
}

const WISH = 'taffrail push';

/** Belongs to this browser: what one asked for here is asked for nowhere else. */
const wish = {
  read: (): Wish | undefined => (JSON.parse(localStorage.getItem(WISH) ?? 'null') as Wish | null) ?? undefined,
  keep: (wished: Wish): void => localStorage.setItem(WISH, JSON.stringify(wished)),
  forget: (): void => localStorage.removeItem(WISH),
};
