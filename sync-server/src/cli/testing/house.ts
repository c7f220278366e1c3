import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serverContexts } from '../../contexts.ts';
import { openBook, type BookOnDisk } from '../../host/index.ts';
import { identityBench, type IdentityBench } from '../../identity/testing/identityBench.ts';
import { readConfig, type Config } from '../../operations/index.ts';
import { keyFile } from '../../secrets/index.ts';
import { dataFolderAt, openSqlite } from '../../storage/index.ts';
import { scratchFolder } from '../../storage/testing/scratchFolder.ts';
import type { Desk } from '../verb.ts';

/** A data folder with a registry, the people who use it, and whoever sits at the machine. */
export interface House {
  readonly root: string;
  /** What was said at the machine. */
  readonly said: readonly string[];
  deskWith(env?: { readonly [name: string]: string }, workspaceId?: string): Desk;
  book(workspaceId: string): BookOnDisk;
  /** The people's side, over the registry as it lies in the folder. It is let go of before anything takes its place. */
  people(): IdentityBench;
  backupsNamed(start: string): string[];
}

export function openHouse(): House {
  const root = scratchFolder();
  const said: string[] = [];
  const data = dataFolderAt(join(root, 'data'));
  const observer = { committed: () => {}, takenBack: () => {}, failed: () => {} };
  return {
    root,
    said,
    deskWith: (env = {}, workspaceId = 'main') => ({
      config: readConfig(env) as Config,
      data,
      workspaceId,
      say: (sentence) => void said.push(sentence),
    }),
    book: (workspaceId) => openBook(workspaceId, { set: () => {} }, { data, contexts: serverContexts, observer, hostJobs: () => ({}) }),
    people: () => identityBench({ registry: openSqlite(data.registry), key: keyFile(data.secretKey) }),
    backupsNamed: (start) =>
      readdirSync(data.backups)
        .filter((name) => name.startsWith(start))
        .map((name) => join(data.backups, name)),
  };
}

/** As a disk does it: one bit, near the end of a file. */
export function flipBit(path: string): void {
  const bytes = readFileSync(path);
  const place = bytes.length - 40;
  bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
  writeFileSync(path, bytes);
}
