import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { api } from './api.ts';
import { book } from './book.ts';
import { sessionBegan, type Me } from './session.ts';

/** Asks the server who this is, at the start and after signing in; what waited for a session goes on. */
export async function refreshSession(): Promise<Refusal | undefined> {
  const me = await api<Me>('/api/identity/me');
  if (isRefusal(me)) return me;
  sessionBegan(me);
  const now = book.peek();
  if (now.status === 'open') now.replica.tryNow();
  return undefined;
}
