import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { serverContexts } from '../contexts.ts';
import { systemClock } from '../host/index.ts';
import { openBlobFolder } from '../storage/index.ts';
import { exportDocuments, exportFacts, exportReceipts, readHead } from '../workspace/index.ts';
import { withCopy } from './copy.ts';
import { exportFilesTo } from './files.ts';
import { writeLines } from './jsonLines.ts';
import { withConsole } from './registry.ts';
import type { Verb } from './verb.ts';

export const FACTS_FILE = 'facts.jsonl';
export const RECEIPTS_FILE = 'receipts.jsonl';
export const DOCUMENTS_FILE = 'documents.jsonl';

/** Everything as readable files: the facts to import again, and what follows from them for people and spreadsheets. */
export const exportVerb: Verb = async (desk, operand) => {
  const { data, workspaceId, say } = desk;
  if (operand === undefined) {
    say('Say where to: npm run taffrail -- export <new folder>.');
    return false;
  }
  const folder = resolve(operand);
  if (existsSync(folder)) {
    say(`${folder} exists already; an export makes a folder of its own.`);
    return false;
  }
  const done = await withCopy(data, workspaceId, async ({ sqlite: { sql } }) => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const now = systemClock.now();
    const counted = writeLines(join(folder, FACTS_FILE), exportFacts(sql));
    writeLines(join(folder, RECEIPTS_FILE), exportReceipts(sql));
    writeLines(join(folder, DOCUMENTS_FILE), exportDocuments(sql));
    for (const { name, text } of serverContexts.flatMap((context) => context.exportFiles?.(sql, now) ?? [])) {
      writeFileSync(join(folder, name), text, { flag: 'wx', mode: 0o600 });
    }
    const files = await exportFilesTo(folder, sql, openBlobFolder(data.filesOf(workspaceId).blobs), now);
    const about = { format: 1, workspace_id: workspaceId, exported_at: now, facts: counted, files, head: readHead(sql) };
    writeFileSync(join(folder, 'about.json'), `${JSON.stringify(about, null, 2)}\n`, { flag: 'wx', mode: 0o600 });
    return { facts: counted, files };
  });
  if (done === undefined) {
    say(`There is no workspace ${workspaceId} in ${data.path}.`);
    return false;
  }
  say(`${done.facts} facts and ${done.files} files exported to ${folder}.`);
  withConsole(desk, (console) => console.note('workspace_exported', workspaceId, { to: basename(folder), ...done }));
  return true;
};
