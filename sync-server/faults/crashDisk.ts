import type { Random } from '../simulation/random.ts';

/** What a process did to its files, in order. A file is known by a number, since a name may come to mean another file. */
export type FileStep =
  | { readonly did: 'make'; readonly path: string; readonly file: number; readonly isFolder: boolean }
  | { readonly did: 'remove'; readonly path: string }
  | { readonly did: 'rename'; readonly path: string; readonly to: string }
  | { readonly did: 'write'; readonly file: number; readonly at: number; readonly bytes: Buffer }
  | { readonly did: 'resize'; readonly file: number; readonly size: number }
  | { readonly did: 'sync'; readonly file: number };

/**
 * A disk that promises no more than a disk must: what a sync covered is there for good; of anything since then each
 * sector, each size and each name may be at any point of its own history when the power goes.
 */
export interface CrashDisk {
  take(step: FileStep): void;
  /** What a reader sees while the power is on. */
  contents(): ReadonlyMap<string, Buffer>;
  /** What is found after a power cut. Each call is another roll of the dice on the same moment. */
  survivors(random: Random): ReadonlyMap<string, Buffer | 'folder'>;
}

/** The unit in which a disk writes all or nothing. */
const SECTOR_BYTES = 512;

interface TracedFile {
  readonly isFolder: boolean;
  /** As the process sees it. */
  content: Buffer;
  durable: Buffer;
  /** States since the last sync, oldest first, of each sector touched, by its index. */
  readonly sectors: Map<number, Buffer[]>;
  readonly sizes: number[];
}

/** `undefined`: the name is not there. */
interface TracedName {
  durable: number | undefined;
  readonly since: (number | undefined)[];
}

export function openCrashDisk(root: { readonly path: string; readonly file: number }): CrashDisk {
  const files = new Map<number, TracedFile>([[root.file, newFile(true)]]);
  const folders = new Map<string, number>([[root.path, root.file]]);
  const names = new Map<string, TracedName>();

  function take(step: FileStep): void {
    if (step.did === 'make') {
      files.set(step.file, newFile(step.isFolder));
      if (step.isFolder) folders.set(step.path, step.file);
      setName(step.path, step.file);
    } else if (step.did === 'remove') {
      setName(step.path, undefined);
    } else if (step.did === 'rename') {
      setName(step.to, currentOf(nameAt(step.path)));
      setName(step.path, undefined);
    } else if (step.did === 'write') {
      write(fileOf(step.file), step.at, step.bytes);
    } else if (step.did === 'resize') {
      resize(fileOf(step.file), step.size);
    } else {
      sync(step.file);
    }
  }

  function setName(path: string, file: number | undefined): void {
    nameAt(path).since.push(file);
  }

  function nameAt(path: string): TracedName {
    const known = names.get(path);
    if (known) return known;
    const made: TracedName = { durable: undefined, since: [] };
    names.set(path, made);
    return made;
  }

  function fileOf(number: number): TracedFile {
    const file = files.get(number);
    if (!file) throw new Error(`the trace touches file ${number} before making it`);
    return file;
  }

  /** Syncing a file says nothing about its name; syncing a folder says nothing about what its names lead to. */
  function sync(number: number): void {
    const file = fileOf(number);
    file.durable = Buffer.from(file.content);
    file.sectors.clear();
    file.sizes.length = 0;
    if (!file.isFolder) return;
    for (const [path, name] of names) {
      if (folders.get(folderOf(path)) !== number) continue;
      name.durable = currentOf(name);
      name.since.length = 0;
    }
  }

  function survivors(random: Random): ReadonlyMap<string, Buffer | 'folder'> {
    // Nothing, everything, or some of what was still on its way: the extremes are the cuts that reordering alone never gives.
    const share = random.pick([0, 1, random.unit(), random.unit()]);
    const found = new Map<string, Buffer | 'folder'>();
    const isThere = (path: string): boolean => path === root.path || found.get(path) === 'folder';
    for (const path of [...names.keys()].toSorted()) {
      const name = nameAt(path);
      const number = survivor([name.durable, ...name.since], share, random);
      if (number === undefined || !isThere(folderOf(path))) continue;
      const file = fileOf(number);
      found.set(path, file.isFolder ? 'folder' : afterCut(file, share, random));
    }
    return found;
  }

  return {
    take,
    contents() {
      const there = [...names].map(([path, name]) => ({ path, number: currentOf(name) }));
      return new Map(
        there.flatMap(({ path, number }) => (number === undefined || fileOf(number).isFolder ? [] : [[path, fileOf(number).content]])),
      );
    },
    survivors,
  };
}

const newFile = (isFolder: boolean): TracedFile => ({
  isFolder,
  content: Buffer.alloc(0),
  durable: Buffer.alloc(0),
  sectors: new Map(),
  sizes: [],
});

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

const currentOf = ({ durable, since }: TracedName): number | undefined => (since.length > 0 ? since.at(-1) : durable);

function write(file: TracedFile, at: number, bytes: Buffer): void {
  const end = at + bytes.length;
  if (end > file.content.length) resize(file, end);
  bytes.copy(file.content, at);
  noteSectors(file, at, end);
}

function resize(file: TracedFile, size: number): void {
  const before = file.content;
  file.content = Buffer.alloc(size);
  before.copy(file.content);
  file.sizes.push(size);
  if (size < before.length) noteSectors(file, size, before.length);
}

function noteSectors(file: TracedFile, from: number, to: number): void {
  for (let index = Math.floor(from / SECTOR_BYTES); index * SECTOR_BYTES < to; index++) {
    const states = file.sectors.get(index) ?? [];
    states.push(sectorOf(file.content, index));
    file.sectors.set(index, states);
  }
}

function sectorOf(content: Buffer, index: number): Buffer {
  const sector = Buffer.alloc(SECTOR_BYTES);
  content.subarray(index * SECTOR_BYTES, (index + 1) * SECTOR_BYTES).copy(sector);
  return sector;
}

function afterCut(file: TracedFile, share: number, random: Random): Buffer {
  const size = survivor([file.durable.length, ...file.sizes], share, random);
  const found = Buffer.alloc(size);
  file.durable.copy(found);
  for (const [index, states] of file.sectors) {
    survivor([sectorOf(file.durable, index), ...states], share, random).copy(found.subarray(index * SECTOR_BYTES));
  }
  return found;
}

/** A point of something's history, the later the greater the share of pending work that a disk happens to have done. */
function survivor<T>(history: readonly T[], share: number, random: Random): T {
  let at = 0;
  while (at < history.length - 1 && random.chance(share)) at += 1;
  return history[at] as T;
}
