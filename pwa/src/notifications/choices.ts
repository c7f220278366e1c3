import { signal, type ReadonlySignal } from '@preact/signals';
import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import type { NoticeChoices } from '@taffrail/sync';
import { api, toast } from '../app/index.ts';
import { workspaceOnScreen } from './feed.ts';
import { readPushHere, type PushHere } from './pushHere.ts';

/** What one chose to hear, everywhere and on this device. */
export interface Chosen {
  readonly choices: NoticeChoices;
  readonly here: PushHere;
}

export type Choosing =
  | { readonly status: 'loading' }
  | ({ readonly status: 'ready' } & Chosen)
  | { readonly status: 'failed'; readonly refusal: Refusal };

const state = signal<Choosing>({ status: 'loading' });

export const choosing: ReadonlySignal<Choosing> = state;

const CHOICES = '/api/notices/choices';
let reads = 0;

/** Asked twice, it is the later answer that counts. */
export async function readChosen(): Promise<void> {
  const read = ++reads;
  const [choices, here] = await Promise.all([api<NoticeChoices>(CHOICES, { workspaceId: workspaceOnScreen() }), readPushHere()]);
  if (read !== reads) return;
  if (isRefusal(choices)) state.value = { status: 'failed', refusal: choices };
  else if (isRefusal(here)) state.value = { status: 'failed', refusal: here };
  else state.value = { status: 'ready', choices, here };
}

/** Shown at once, and as it was where the server does not take it. */
export async function choose(choices: NoticeChoices): Promise<void> {
  const before = state.peek();
  if (before.status !== 'ready') return;
  state.value = { ...before, choices };
  const answer = await api<NoticeChoices>(CHOICES, { method: 'PUT', body: choices, workspaceId: workspaceOnScreen() });
  if (!isRefusal(answer)) return;
  state.value = before;
  toast({ tone: 'warning', text: answer.sentence });
}

/** Takes on what a change of this device came to. */
export function nowHere(here: PushHere | Refusal): void {
  const before = state.peek();
  if (isRefusal(here)) toast({ tone: 'warning', text: here.sentence });
  else if (before.status === 'ready') state.value = { ...before, here };
}
