import { signal, type ReadonlySignal } from '@preact/signals';
import type { ToastMessage } from '@taffrail/ui';

const messages = signal<readonly ToastMessage[]>([]);

export const toasts: ReadonlySignal<readonly ToastMessage[]> = messages;

/** More would hide the page, and nobody reads them. */
const MOST_AT_ONCE = 3;

/** Says that something was done, with a way to take it back where there is one. */
export function toast(message: Omit<ToastMessage, 'id'>): void {
  messages.value = [...messages.peek(), { ...message, id: crypto.randomUUID() }].slice(-MOST_AT_ONCE);
}

export function closeToast(id: string): void {
  messages.value = messages.peek().filter((message) => message.id !== id);
}
