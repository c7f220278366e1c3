import { effect } from '@preact/signals';
import type { Verdict } from '@taffrail/domain/discipline';
import { browser } from 'wxt/browser';
import { badge as words } from '../words/index.ts';
import { held } from './book/held.ts';
import { verdictOfToday } from './book/today.ts';

/** How many trades are left today stands on the icon; nothing where nothing limits them. */
export function followBadge(): void {
  effect(() => {
    const now = held.value;
    if (now.status !== 'opening') show(now.status === 'open' ? verdictOfToday(now.book.replica)?.verdict : undefined);
  });
}

function show(verdict: Verdict | undefined): void {
  const left = verdict?.trades_left ?? null;
  const isStopped = verdict?.may_trade === false;
  void browser.action.setBadgeText({ text: isStopped ? words.stopped : left === null ? '' : String(left) });
  void browser.action.setBadgeBackgroundColor({ color: isStopped ? '#b42318' : '#0b5c92' });
  void browser.action.setTitle({ title: isStopped ? words.stoppedTitle : left === null ? words.title : words.left(left) });
}
