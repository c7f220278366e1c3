import { signal, type ReadonlySignal } from '@preact/signals';
import type { ToastMessage } from '@taffrail/ui';

const messages = signal<readonly ToastMessage[]>([]);

export const toasts: ReadonlySignal<readonly ToastMessage[]> = messages;

/** There is room for one beside a ticket. */
export function toast(message: Omit<ToastMessage, 'id'>): void {
  messages.value = [{ ...message, id: crypto.randomUUID() }];
}

export function closeToast(id: string): void {
  messages.value = messages.peek().filter((message) => message.id !== id);
}
