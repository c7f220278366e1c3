import { signal, type ReadonlySignal } from '@preact/signals';

/** Who is signed in at the server this page came from, as GET /api/identity/me tells it. */
export interface Me {
  readonly user_id: string;
  readonly name: string;
  readonly has_authenticator: boolean;
  readonly workspaces: readonly { readonly id: string; readonly role: 'owner' | 'member' | 'viewer' }[];
}

export type Session =
  /** Not asked yet, or nobody can be asked: without a network one works with what is on the device. */
  { readonly status: 'unknown' } | { readonly status: 'in'; readonly me: Me } | { readonly status: 'out' };

const state = signal<Session>({ status: 'unknown' });

export const session: ReadonlySignal<Session> = state;

export function sessionBegan(me: Me): void {
  state.value = { status: 'in', me };
}

export function sessionEnded(): void {
  if (state.peek().status !== 'out') state.value = { status: 'out' };
}
