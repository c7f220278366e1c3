import type { BookEntry } from '@taffrail/replica';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { book, books, session } from '../../app/index.ts';
import { shelved, type ShelvedBook } from './shelved.ts';

/** Undefined until the device's own list was read. */
export function useShelf(): readonly [readonly ShelvedBook[] | undefined, () => Promise<void>] {
  const [entries, setEntries] = useState<readonly BookEntry[]>();
  const read = useCallback(async () => setEntries(await (await books()).list()), []);
  const now = book.value;
  const openId = now.status === 'open' ? now.entry.id : undefined;
  useEffect(() => void read(), [read, openId]);
  const who = session.value;
  return [entries && shelved(entries, who.status === 'in' ? who.me.workspaces : [], openId), read];
}
