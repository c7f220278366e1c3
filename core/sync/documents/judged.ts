import type * as Y from 'yjs';

export type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];

/** What the guard knows while it judges one update: the document as it is, and the update's structs by author. */
export interface Judged {
  readonly store: Y.Doc['store'];
  readonly byClient: ReadonlyMap<number, Struct[]>;
}
