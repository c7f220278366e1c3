import { api } from './api.ts';
import { sessionBegan, type Me } from './session.ts';

/** Asks the server who this is; after signing in, and at the start. */
export async function refreshSession(): Promise<void> {
  const me = await api<Me>('/api/identity/me');
  if (!('refused' in me)) sessionBegan(me);
}
