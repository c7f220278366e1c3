import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import type { BookEntry } from '@taffrail/replica';
import { api, book, books, openBook, refreshSession, session, type Me } from '../app/index.ts';
import { go, link } from '../routes/index.ts';

type Door =
  | { readonly path: 'sign-in'; readonly body: { readonly name: string; readonly password: string; readonly code?: string } }
  | { readonly path: 'setup'; readonly body: { readonly token: string; readonly name: string; readonly password: string } }
  | { readonly path: 'let-in'; readonly body: { readonly secret: string; readonly password: string } }
  | { readonly path: 'join'; readonly body: { readonly secret: string; readonly name: string; readonly password: string } }
  | { readonly path: 'invitations/accept'; readonly body: { readonly secret: string } }
  | { readonly path: 'passkey-sign-in'; readonly body: { readonly credential: object } };

/** Goes through one of the server's doors, and shows what lies behind it. */
export async function comeIn({ path, body }: Door): Promise<Refusal | undefined> {
  const answer = await api(`/api/identity/${path}`, { body });
  return isRefusal(answer) ? answer : arrive();
}

/** Somebody is signed in. From now on that is who this browser is, also where it was paired as a device before. */
async function arrive(): Promise<Refusal | undefined> {
  const { list, joinWorkspace, forgetTokens } = await books();
  await forgetTokens();
  const refusal = await refreshSession();
  const now = session.peek();
  if (refusal !== undefined || now.status !== 'in') return refusal;
  const [first] = now.me.workspaces;
  const known = (await list()).filter(({ is_sample }) => !is_sample);
  const mine = ownOf(known, now.me);
  // A book of this device may be meant for the workspace, or not: its trader says so.
  if (first === undefined || (mine === undefined && known.length > 0)) {
    go(link('books'), { replace: true });
    return undefined;
  }
  await openBook(mine ?? (await joinWorkspace(first.id, first.id)));
  go(link('today'), { replace: true });
  return undefined;
}

/** The copy this device has of one of somebody's workspaces; the one on the screen goes first. */
function ownOf(entries: readonly BookEntry[], { workspaces }: Me): BookEntry | undefined {
  const own = entries.filter(({ workspace_id }) => workspaces.some(({ id }) => id === workspace_id));
  const now = book.peek();
  return own.find(({ id }) => now.status === 'open' && now.entry.id === id) ?? own[0];
}
