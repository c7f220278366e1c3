import { copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { createFolderDurably, syncFile, syncFolder } from './durableFile.ts';

/** Short, lower-case and without dots or slashes: the same folder on every file system, and never a path to elsewhere. */
const WORKSPACE_ID = /^[a-z0-9][a-z0-9-]{0,35}$/;

/** Stands where a workspace is named otherwise, on shelves and in folders. No workspace can be called so. */
export const REGISTRY = '_registry';

/** How `replaceBook` names what it keeps: the workspace, then the moment. */
const REPLACED = /^(.+?)-\d{4}-\d\d-\d\dT/;

export interface BookFiles {
  readonly book: string;
  readonly head: string;
  /** The folder of its files. */
  readonly blobs: string;
}

/** Where everything lies. Asking makes nothing; what is opened makes its own folders. */
export interface DataFolder {
  readonly path: string;
  readonly backups: string;
  readonly lock: string;
  readonly registry: string;
  readonly setupToken: string;
  /** The key of everything sealed. In no book and no backup: whoever finds one of those finds no credentials. */
  readonly secretKey: string;
  /** By what push services know this server. In no backup either: without it, devices ask for pushes again. */
  readonly pushKey: string;
  workspaceIds(): string[];
  filesOf(id: string): BookFiles;
  /** A closed book goes for good, with what was kept when it was replaced. */
  removeBook(id: string): void;
  /** Where what `prepareIncoming` made lies. */
  incomingOf(id: string): BookFiles;
  /** Where a backup is unpacked and checked before `replaceBook` puts it in its place. Emptied of an earlier attempt. */
  prepareIncoming(id: string): BookFiles;
  /**
   * Puts what was prepared in the place of the present book, whose folder is kept whole under `replaced`, log and all:
   * a book next to another one's write-ahead log is a damaged book. Returns where it is kept, if there was one.
   */
  replaceBook(id: string, keptAs: string): string | undefined;
  /** As `prepareIncoming`, for the registry: the path of a file that is not there yet. */
  prepareIncomingRegistry(): string;
  /** As `replaceBook`, with a closed registry that was prepared. */
  replaceRegistry(keptAs: string): string | undefined;
}

export function dataFolderAt(path: string): DataFolder {
  const root = resolve(path);
  const workspaces = join(root, 'workspaces');
  const folderOf = (id: string): string => join(workspaces, checkedId(id));
  const incoming = (id: string): string => join(root, 'incoming', checkedId(id));
  const registry = join(root, 'registry.sqlite');
  const incomingRegistry = join(root, 'incoming', REGISTRY);

  return {
    path: root,
    backups: join(root, 'backups'),
    lock: join(root, 'lock.sqlite'),
    registry,
    setupToken: join(root, 'setup-token'),
    secretKey: join(root, 'secret.key'),
    pushKey: join(root, 'push.key'),

    workspaceIds: () => namesIn(workspaces).filter((name) => isWorkspaceId(name) && existsSync(filesIn(folderOf(name)).book)),

    filesOf: (id) => filesIn(folderOf(id)),

    removeBook(id) {
      const kept = namesIn(join(root, 'replaced')).filter((name) => REPLACED.exec(name)?.[1] === id);
      for (const folder of [folderOf(id), incoming(id), ...kept.map((name) => join(root, 'replaced', name))]) {
        rmSync(folder, { recursive: true, force: true });
      }
      if (existsSync(workspaces)) syncFolder(workspaces);
    },

    incomingOf: (id) => filesIn(incoming(id)),

    prepareIncoming(id) {
      rmSync(incoming(id), { recursive: true, force: true });
      createFolderDurably(incoming(id));
      return filesIn(incoming(id));
    },

    replaceBook(id, keptAs) {
      const kept = join(root, 'replaced', `${checkedId(id)}-${basename(keptAs)}`);
      const isReplacing = existsSync(folderOf(id));
      createFolderDurably(workspaces);
      if (isReplacing) moveDurably(folderOf(id), kept);
      moveDurably(incoming(id), folderOf(id));
      return isReplacing ? kept : undefined;
    },

    prepareIncomingRegistry() {
      rmSync(incomingRegistry, { recursive: true, force: true });
      createFolderDurably(incomingRegistry);
      return join(incomingRegistry, basename(registry));
    },

    replaceRegistry(keptAs) {
      const kept = join(root, 'replaced', `${REGISTRY}-${basename(keptAs)}`);
      const isReplacing = existsSync(registry);
      // Copied first, log and all: whenever the power fails, one of the two places holds it whole.
      if (isReplacing) copyDatabase(registry, kept);
      for (const ending of ['-wal', '-shm']) rmSync(registry + ending, { force: true });
      moveDurably(join(incomingRegistry, basename(registry)), registry);
      return isReplacing ? kept : undefined;
    },
  };
}

export const isWorkspaceId = (text: string): boolean => WORKSPACE_ID.test(text);

function checkedId(id: string): string {
  if (isWorkspaceId(id)) return id;
  throw new RangeError(`A workspace is named with 1 to 36 small letters, digits and hyphens, not ${JSON.stringify(id.slice(0, 60))}.`);
}

const filesIn = (folder: string): BookFiles => ({
  book: join(folder, 'book.sqlite'),
  head: join(folder, 'head'),
  blobs: join(folder, 'attachments'),
});

const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).toSorted() : []);

function copyDatabase(path: string, folder: string): void {
  createFolderDurably(folder);
  for (const from of [path, `${path}-wal`].filter((candidate) => existsSync(candidate))) {
    const to = join(folder, basename(from));
    copyFileSync(from, to);
    syncFile(to);
  }
  syncFolder(folder);
}

function moveDurably(from: string, to: string): void {
  createFolderDurably(dirname(to));
  renameSync(from, to);
  syncFolder(dirname(to));
  syncFolder(dirname(from));
}
