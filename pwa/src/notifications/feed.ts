import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { readNotice, type Notice } from '@taffrail/sync';
import { api, book, markPlace, session, toast } from '../app/index.ts';

/** What one was told, as far as it was fetched. */
export type Feed =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly notices: readonly Notice[]; readonly unread: number; readonly oldest: number | undefined }
  | { readonly status: 'failed'; readonly refusal: Refusal };

interface FeedAnswer {
  readonly notices: readonly unknown[];
  readonly unread: number;
}

const PAGE = 50;
const state = signal<Feed>({ status: 'loading' });

export const feed: ReadonlySignal<Feed> = state;

/** Of the book on the screen; undefined where it belongs to this device alone. */
export function workspaceOnScreen(): string | undefined {
  const now = book.value;
  return now.status === 'open' ? (now.entry.workspace_id ?? undefined) : undefined;
}

/** The newest ones again. What was shown stays where the server cannot be reached. */
export async function refreshFeed(): Promise<void> {
  const workspaceId = workspaceOnScreen();
  if (workspaceId === undefined) return;
  const answer = await api<FeedAnswer>(`/api/notices?limit=${PAGE}`, { workspaceId });
  if (workspaceOnScreen() !== workspaceId) return;
  if (!isRefusal(answer)) state.value = { status: 'ready', ...worded(answer), unread: answer.unread };
  else if (state.peek().status !== 'ready') state.value = { status: 'failed', refusal: answer };
}

export async function showOlder(): Promise<void> {
  const now = state.peek();
  if (now.status !== 'ready' || now.oldest === undefined) return;
  const answer = await api<FeedAnswer>(`/api/notices?limit=${PAGE}&before=${now.oldest}`, { workspaceId: workspaceOnScreen() });
  if (isRefusal(answer)) return toast({ tone: 'warning', text: answer.sentence });
  const { notices, oldest } = worded(answer);
  state.value = { ...now, notices: [...now.notices, ...notices], oldest };
}

/** What a newer server tells of and nobody here could word is passed over. */
function worded({ notices }: FeedAnswer): { readonly notices: readonly Notice[]; readonly oldest: number | undefined } {
  const last = notices.at(-1) as Pick<Notice, 'id'> | undefined;
  return { notices: notices.flatMap((notice) => readNotice(notice) ?? []), oldest: notices.length < PAGE ? undefined : last?.id };
}

export const markRead = (id: number): Promise<void> => mark({ ids: [id] }, (notice) => notice.id === id);

/** Those that were fetched; what came since stays unread. */
export async function markAllRead(): Promise<void> {
  const now = state.peek();
  const newest = now.status === 'ready' ? now.notices[0] : undefined;
  if (newest) await mark({ up_to: newest.id }, () => true);
}

/** Shown at once; the server's word on what is left unread follows. */
async function mark(body: object, isMeant: (notice: Notice) => boolean): Promise<void> {
  const now = state.peek();
  if (now.status === 'ready') {
    const read_at = new Date().toISOString();
    const notices = now.notices.map((notice) => (isMeant(notice) && notice.read_at === null ? { ...notice, read_at } : notice));
    const newlyRead = notices.filter((notice, at) => notice !== now.notices[at]).length;
    state.value = { ...now, notices, unread: Math.max(0, now.unread - newlyRead) };
  }
  const answer = await api('/api/notices/read', { body, workspaceId: workspaceOnScreen() });
  if (isRefusal(answer)) toast({ tone: 'warning', text: answer.sentence });
  await refreshFeed();
}

/** How many are unread stands beside the bell, and on the icon of the app. */
export function countUnread(): () => void {
  return effect(() => {
    const unread = feed.value.status === 'ready' ? feed.value.unread : 0;
    markPlace('notifications', unread);
    void navigator.setAppBadge?.(unread).catch(() => undefined);
  });
}

/** Another book, or somebody else: what was shown is not theirs. Asked also where nobody is known to be in, or a page without a network would wait for ever. */
export function followBook(): () => void {
  // Only where they come to something else: what a page has heard meanwhile stays.
  const workspaceId = computed(workspaceOnScreen);
  const isIn = computed(() => session.value.status === 'in');
  return effect(() => {
    void isIn.value;
    state.value = { status: 'loading' };
    if (workspaceId.value !== undefined) void refreshFeed();
  });
}
