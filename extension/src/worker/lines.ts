import { effect, signal } from '@preact/signals';
import type { browser } from 'wxt/browser';
import { BOOK_LINE, type Planning, type Said, type Told } from '../app/index.ts';
import { bookNow } from './book/bookNow.ts';
import { held } from './book/held.ts';
import { isOwnPage } from './ownPage.ts';
import { planNow } from './plan/planNow.ts';

type Port = ReturnType<typeof browser.runtime.connect>;

/** Tells a page of the book and of its plan, now and whenever something about them changes, until it closes its line. */
export function serveLine(port: Port): void {
  if (port.name !== BOOK_LINE || !isOwnPage(port.sender)) return;
  const planning = signal<Planning | undefined>(undefined);
  const tell = (told: Told): void => port.postMessage(told);
  const stops = [
    effect(() => {
      const now = held.value;
      if (now.status !== 'opening') tell({ kind: 'book', book: bookNow(now) });
    }),
    effect(() => {
      const [now, planned] = [held.value, planning.value];
      const isHere = now.status === 'open' && planned !== undefined && now.book.entry.id === planned.draft.book_id;
      const plan = isHere ? planNow(now.book.replica, planned) : undefined;
      if (plan !== undefined) tell({ kind: 'plan', plan });
    }),
  ];
  tryNow();
  port.onMessage.addListener((said: Said) => {
    if (said.kind === 'try_now') tryNow();
    if (said.kind === 'planning') planning.value = said;
  });
  port.onDisconnect.addListener(() => {
    for (const stop of stops) stop();
  });
}

/** The server may be there again. */
export function tryNow(): void {
  const now = held.peek();
  if (now.status === 'open') now.book.replica.tryNow();
}
