import { serverContexts } from '../contexts.ts';
import { sha256, systemClock } from '../host/index.ts';
import { openBlobFolder, openMemory, type SqliteBook } from '../storage/index.ts';
import { verify, type Head, type Verification } from '../workspace/index.ts';
import { withCopy } from './copy.ts';
import { fileProblems } from './files.ts';
import { inspectRegistry } from './registry.ts';
import type { Desk, Verb } from './verb.ts';

/** Holds a book against its chain, its witness and its own facts, and the registry against its record, and says what it found. */
export const verifyVerb: Verb = async ({ data, workspaceId, say }) => {
  const looked = await withCopy(data, workspaceId, async ({ sqlite, witnessed }) => ({
    inspection: inspect(sqlite, witnessed),
    files: await fileProblems(sqlite.sql, openBlobFolder(data.filesOf(workspaceId).blobs), systemClock.now()),
  }));
  if (!looked) {
    say(`There is no workspace ${workspaceId} in ${data.path}.`);
    return false;
  }
  for (const problem of looked.files) say(problem);
  const isBookSound = report(looked.inspection, say) && looked.files.length === 0;
  return reportRegistry(data.registry, say) && isBookSound;
};

function reportRegistry(path: string, say: Desk['say']): boolean {
  const found = inspectRegistry(path);
  for (const problem of found?.problems ?? []) say(problem);
  if (found?.problems.length === 0) say(found.summary);
  return !found || found.problems.length === 0;
}

export interface Inspection extends Verification {
  readonly damage: readonly string[];
}

/** SQLite's own view of the file, then ours of what it says. */
export function inspect(sqlite: SqliteBook, witnessed: Head | undefined): Inspection {
  const damage = sqlite.integrity();
  const scratch = openMemory();
  try {
    return { ...verify({ sql: sqlite.sql, contexts: serverContexts, witnessed, sha256, scratch: scratch.sql }), damage };
  } finally {
    scratch.close();
  }
}

export const isClean = ({ damage, findings }: Inspection): boolean => damage.length === 0 && findings.length === 0;

export function report(inspection: Inspection, say: Desk['say']): boolean {
  const { facts, head, damage, findings, foldCompared } = inspection;
  for (const sentence of damage) say(`The file is damaged: ${sentence}.`);
  for (const { sentence } of findings) say(sentence);
  if (!isClean(inspection)) {
    say(
      `${damage.length + findings.length} findings in ${facts} facts. Facts are never repaired: for states and tables run "rebuild", for anything else restore a backup.`,
    );
    return false;
  }
  const fold = foldCompared
    ? 'states and tables equal the fold of the facts'
    : 'states and tables are of an older Taffrail and will be folded anew at the next start';
  say(`${facts} facts, chain intact up to ${head.hash.slice(0, 12)}, ${fold}.`);
  return true;
}
