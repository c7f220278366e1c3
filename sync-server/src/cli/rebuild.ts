import { existsSync } from 'node:fs';
import { serverContexts } from '../contexts.ts';
import { randomIds } from '../host/index.ts';
import { openSqlite } from '../storage/index.ts';
import { prepareBook, rebuild } from '../workspace/index.ts';
import { locked } from './locked.ts';
import type { Verb } from './verb.ts';

/** Folds every state and table again from the facts. */
export const rebuildVerb: Verb = async (desk) =>
  locked(desk, async () => {
    const { data, workspaceId, say } = desk;
    const { book } = data.filesOf(workspaceId);
    if (!existsSync(book)) {
      say(`There is no workspace ${workspaceId} in ${data.path}.`);
      return false;
    }
    const sqlite = openSqlite(book, { mustExist: true });
    try {
      prepareBook(sqlite.sql, serverContexts, randomIds().next);
      say(`States and tables folded again from ${rebuild(sqlite.sql, serverContexts)} facts.`);
      return true;
    } finally {
      sqlite.close();
    }
  });
