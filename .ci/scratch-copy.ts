import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const LEFT_OUT = new Set(['node_modules', '.git', 'data', 'dist', '.output', '.wxt', 'coverage']);

export interface Ran {
  readonly code: number;
  readonly output: string;
}

export interface ScratchCopy {
  readonly folder: string;
  plant(path: string, text: string): void;
  /** Runs one of the repository's tools inside the copy; the arguments start with the tool's script. */
  run(...args: string[]): Promise<Ran>;
  remove(): void;
}

/** The repository as it stands, in a folder where a test may do harm. Packages are shared, our own are the copy's. */
export function scratchCopy(): ScratchCopy {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'taffrail-laws-')));
  cpSync(root, folder, { recursive: true, filter: (path) => !LEFT_OUT.has(basename(path)) });
  linkPackages(folder);
  return {
    folder,
    plant(path, text) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    run: (...args) => run(folder, args),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function linkPackages(folder: string): void {
  const from = join(root, 'node_modules');
  const to = join(folder, 'node_modules');
  mkdirSync(join(to, '@taffrail'), { recursive: true });
  for (const name of readdirSync(from)) {
    if (name !== '@taffrail') symlinkSync(join(from, name), join(to, name));
  }
  // npm's links to our own packages are relative, so the same link leads into the copy.
  for (const name of readdirSync(join(from, '@taffrail'))) {
    symlinkSync(readlinkSync(join(from, '@taffrail', name)), join(to, '@taffrail', name));
  }
}

function run(folder: string, args: string[]): Promise<Ran> {
  const options = { cwd: folder, env: { ...process.env, NO_COLOR: '1' }, maxBuffer: 64_000_000 };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, options, (_, stdout, stderr) => {
      resolve({ code: child.exitCode ?? 1, output: stdout + stderr });
    });
  });
}
