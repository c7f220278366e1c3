import type { Id } from '@taffrail/domain/kernel';
import type { BookEntry, Papers } from '@taffrail/replica';
import type { OpenDocument } from '@taffrail/sync';

/** Who writes, and where. */
export interface Desk {
  readonly papers: Papers;
  readonly entry: BookEntry;
}

export const KIND = 'playbook';

export const draftName = (id: Id): string => `${KIND}/${id}`;

/** Writes in a draft that need not be on the screen. */
export async function writeIn<T>({ papers }: Desk, id: Id, change: (document: OpenDocument) => T): Promise<T> {
  const held = await (await papers.documents()).open(draftName(id));
  const answer = change(held.document);
  await held.letGo();
  return answer;
}
