import type { Id } from '@taffrail/domain/kernel';
import type { Documents } from '@taffrail/replica/documents';
import { paragraphsOf, setParagraphs } from '@taffrail/sync';

/** A list as somebody likes to see it. */
export interface SavedView {
  readonly id: Id;
  readonly name: string;
  /** What its address says. */
  readonly search: string;
}

const KIND = 'view';

/** By name. A view without lines was taken away. */
export async function savedViews(documents: Documents): Promise<readonly SavedView[]> {
  const views: SavedView[] = [];
  for (const document of await documents.names(KIND)) {
    const held = await documents.open(document);
    const [name, search] = paragraphsOf(held.document);
    await held.letGo();
    if (name !== undefined && search !== undefined) views.push({ id: document.slice(KIND.length + 1), name, search });
  }
  return views.toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Where two devices change one at once, both are kept until somebody changes it again; only the first two lines count. */
export async function saveView(documents: Documents, { id, name, search }: SavedView): Promise<void> {
  await write(documents, id, [name, search]);
}

export async function removeView(documents: Documents, id: Id): Promise<void> {
  await write(documents, id, []);
}

async function write(documents: Documents, id: Id, lines: readonly string[]): Promise<void> {
  const held = await documents.open(`${KIND}/${id}`);
  setParagraphs(held.document, lines);
  await held.letGo();
}
