import type { DocumentKind, StoredDocument } from '@taffrail/sync';
import { appendUpdate, compactDocument, documentSize, readDocument, type DocumentSize, type Workspace } from '../workspace/index.ts';
import { limits } from './limits.ts';

/** Where one document is stored, update by update, and compacted when there are many. */
export interface Shelf {
  /** As it was when the shelf was opened. */
  readonly found: StoredDocument;
  readonly bytes: number;
  /** Something is on its way to storage. */
  readonly isBusy: boolean;
  /** Resolves once everything put here so far is stored. */
  stored(): Promise<void>;
  put(update: Uint8Array): Promise<void>;
}

export interface ShelfParts {
  readonly workspace: Workspace;
  readonly name: string;
  readonly kind: DocumentKind;
  readonly grown: (bytes: number) => void;
  readonly failed: (what: string, error: unknown) => void;
}

export function openShelf({ workspace, name, kind, grown, failed }: ShelfParts): Shelf {
  const found = workspace.read((sql) => readDocument(sql, name));
  let size = documentSize(found);
  let last = Promise.resolve();
  let underWay = 0;

  function put(update: Uint8Array): Promise<void> {
    const now = workspace.now();
    resize({ ...size, updates: size.updates + 1, updateBytes: size.updateBytes + update.length });
    last = whileBusy(() => workspace.transact((sql) => appendUpdate(sql, name, update, now)));
    if (isCompactionDue(size)) compact();
    return last;
  }

  async function whileBusy(work: () => Promise<void>): Promise<void> {
    underWay += 1;
    try {
      await work();
    } finally {
      underWay -= 1;
    }
  }

  /** Joins the transaction of the update that made it due. Whatever comes of it, what was stored stays stored. */
  function compact(): void {
    // Counted from here, so that updates which arrive meanwhile do not ask for it again.
    size = { snapshotBytes: bytesOf(size), updates: 0, updateBytes: 0 };
    workspace
      .transact((sql) => compactDocument(sql, kind, name))
      .then((compacted) => {
        if (!compacted) throw new Error('its snapshot does not read the same');
        resize({ ...size, snapshotBytes: compacted.snapshotBytes });
      })
      .catch((error: unknown) => failed(`document ${name} was not compacted`, error));
  }

  function resize(next: DocumentSize): void {
    grown(bytesOf(next) - bytesOf(size));
    size = next;
  }

  return {
    found,
    get bytes() {
      return bytesOf(size);
    },
    get isBusy() {
      return underWay > 0;
    },
    stored: () => last,
    put,
  };
}

const isCompactionDue = ({ updates, updateBytes, snapshotBytes }: DocumentSize): boolean =>
  updates >= limits.compactAfterUpdates || (updateBytes >= limits.compactAboveBytes && updateBytes > snapshotBytes);

const bytesOf = ({ snapshotBytes, updateBytes }: DocumentSize): number => snapshotBytes + updateBytes;
