import { isBlank, type EntryDraft } from './draft.ts';

const keyOf = (bookId: string): string => `taffrail entry ${bookId}`;
const ACCOUNT = 'taffrail entry account';

/** What was being typed when the form was closed, or the tab. */
export function keptDraft(bookId: string): EntryDraft | undefined {
  const text = localStorage.getItem(keyOf(bookId));
  return text === null ? undefined : (JSON.parse(text) as EntryDraft);
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
