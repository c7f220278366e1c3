import { book } from '../app/index.ts';

/** The workspace that the book on the screen belongs to. */
export function workspaceOnScreen(): string | undefined {
  const now = book.value;
  return now.status === 'open' ? (now.entry.workspace_id ?? undefined) : undefined;
}
