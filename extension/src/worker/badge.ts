import { effect, signal } from '@preact/signals';
import { verdictNow } from '@taffrail/domain/conduct';
import { known, type Replica } from '@taffrail/replica';
import { browser } from 'wxt/browser';
import { followKept } from '../app/index.ts';
import { badge as words } from '../words/index.ts';

/** How many trades are left today stands on the icon; nothing where nothing limits them. Returns how to stop. */
export function followBadge(replica: Replica): () => void {
  const account = signal<string | undefined>(undefined);
  const stops = [
    followKept('account', (id) => void (account.value = id)),
    effect(() => {
      const { book, minute } = known(replica);
      const accounts = book.value?.accounts ?? [];
      const asked = accounts.find(({ id }) => id === account.value) ?? accounts[0];
      const given = { now: minute.value, intended: null, grade_cap_pct: null, halts: [] };
      show(book.value && asked && verdictNow(book.value, { ...given, account: asked }));
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function show(verdict: ReturnType<typeof verdictNow> | undefined): void {
  const left = verdict?.trades_left ?? null;
  const isStopped = verdict?.may_trade === false;
  void browser.action.setBadgeText({ text: isStopped ? words.stopped : left === null ? '' : String(left) });
  void browser.action.setBadgeBackgroundColor({ color: isStopped ? '#b42318' : '#0b5c92' });
  void browser.action.setTitle({ title: isStopped ? words.stoppedTitle : left === null ? words.title : words.left(left) });
}
