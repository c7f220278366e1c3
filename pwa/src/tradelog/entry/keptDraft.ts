import type { Replica } from '@taffrail/replica';
import { useEffect, useState } from 'preact/hooks';
import { isBlank, type EntryDraft } from './draft.ts';

const keyOf = (bookId: string): string => `taffrail entry ${bookId}`;
const ACCOUNT = 'taffrail entry account';

/**
 * What was being typed when the form was closed, or the tab. A tab can end after the trade was saved and before what was typed was dropped;
 * that is known before anybody types, or it would take away what they have typed meanwhile.
 */
export function useKeptDraft(replica: Replica): EntryDraft | 'none' | 'looking' {
  const [kept] = useState(() => keptDraft(replica.bookId));
  const [isSaved, setSaved] = useState<boolean>();
  useEffect(() => {
    if (kept !== undefined) void isInBook(replica, kept).then(setSaved);
  }, [replica, kept]);
  if (kept === undefined || isSaved === true) return 'none';
  return isSaved === undefined ? 'looking' : kept;
}

function keptDraft(bookId: string): EntryDraft | undefined {
  const text = localStorage.getItem(keyOf(bookId));
  return text === null ? undefined : (JSON.parse(text) as EntryDraft);
}

/** A draft becomes a position or an order, under the id it has from its beginning. */
async function isInBook(replica: Replica, { position_id: id }: EntryDraft): Promise<boolean> {
  return ((await replica.state('position', id)) ?? (await replica.state('order', id))) !== undefined;
}

export function keepDraft(bookId: string, draft: EntryDraft): void {
  if (isBlank(draft)) dropDraft(bookId);
  else write(keyOf(bookId), JSON.stringify(draft));
}

export function dropDraft(bookId: string): void {
  localStorage.removeItem(keyOf(bookId));
}

/** Most trades go where the last one went. */
export const lastAccountId = (): string | undefined => localStorage.getItem(ACCOUNT) ?? undefined;

export const rememberAccount = (id: string): void => write(ACCOUNT, id);

/** Where the browser has no room for it, the draft lives as long as the form does. */
function write(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Saving the trade itself says so, should there be no room for that either.
  }
}
