import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { OpenDatabase } from './copy/database.ts';
import { readMeta, writeMeta } from './copy/meta.ts';
import type { Scope } from './line/serverLine.ts';
import type { Newsroom } from './views/newsroom.ts';

export interface Rights {
  readonly mayWrite: ReadonlySignal<boolean>;
  heard(scope: Scope): void;
}

/** What the server said last that this device may do, which holds until it says otherwise. A book without a server is its trader's own. */
export async function openRights(db: OpenDatabase, newsroom: Newsroom): Promise<Rights> {
  const mayWrite = signal((await readMeta(db, 'scope')) !== 'read');
  newsroom.hear('scope', ({ scope }) => void (mayWrite.value = scope === 'write'));

  return {
    mayWrite,
    heard(scope) {
      if (mayWrite.peek() === (scope === 'write')) return;
      newsroom.tell({ kind: 'scope', scope });
      // Losing it costs nothing: the next connection says it again.
      writeMeta(db, 'scope', scope).catch(() => {});
    },
  };
}
