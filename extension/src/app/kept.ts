import type { Id } from '@taffrail/domain/kernel';
import { browser } from 'wxt/browser';
import type { Adapter } from '../brokers/index.ts';
import type { Draft } from './draft.ts';

/** What worker and pages of the extension both go by; each hears when another one changes it. */
export interface Kept {
  /** The book that is open here. */
  readonly book: KeptBook;
  /** Asking a server to be let in. */
  readonly pairing: Pairing;
  /** Pages the trader taught the panel to read, or was given by somebody; they stand before those that came with it. */
  readonly adapters: readonly Adapter[];
  /** A plan that is not armed yet, for whoever closes the panel in the middle of it. */
  readonly draft: Draft;
  /** What a click on the icon opens; the panel where nobody said otherwise. */
  readonly icon: 'panel' | 'glance';
  /** Where the last plan was booked. */
  readonly account: Id;
}

export interface KeptBook {
  readonly id: Id;
  /** Of its server; null where it is in this browser alone. */
  readonly origin: string | null;
}

export type Pairing =
  | { readonly state: 'asking'; readonly origin: string }
  | {
      readonly state: 'waiting';
      readonly origin: string;
      readonly device_code: string;
      readonly user_code: string;
      readonly verification_uri: string;
      readonly every_ms: number;
      readonly good_until_ms: number;
    }
  | { readonly state: 'failed'; readonly origin: string; readonly sentence: string };

type Key = keyof Kept;

export async function readKept<K extends Key>(key: K): Promise<Kept[K] | undefined> {
  return (await browser.storage.local.get(key))[key] as Kept[K] | undefined;
}

export async function keep<K extends Key>(key: K, value: Kept[K]): Promise<void> {
  await browser.storage.local.set({ [key]: value });
}

export async function forget(key: Key): Promise<void> {
  await browser.storage.local.remove(key);
}

/** Calls back with what it is now, and whenever it changes. Returns how to stop. */
export function followKept<K extends Key>(key: K, hear: (value: Kept[K] | undefined) => void): () => void {
  const listener = (changes: { readonly [name: string]: { readonly newValue?: unknown } }): void => {
    if (key in changes) hear(changes[key]?.newValue as Kept[K] | undefined);
  };
  browser.storage.local.onChanged.addListener(listener);
  void readKept(key).then(hear);
  return () => browser.storage.local.onChanged.removeListener(listener);
}
