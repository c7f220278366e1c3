// Checks the import laws of .dependency-cruiser.mjs. A checker that reads nothing finds nothing, so it must have read every source file.
import { cruise, format } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
process.chdir(root);

const packages = ['core', 'pwa', 'extension', 'sync-server'].filter((name) => existsSync(name));
const sources = packages.flatMap(sourceFilesIn);
const result = (await cruise(packages, await extractOptions('./.dependency-cruiser.mjs'))).output;

const blindness = whatWasNotRead(result);
if (blindness !== undefined) fail(blindness);
if (result.summary.error > 0) fail((await format(result, { outputType: 'err-long' })).output);

function sourceFilesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .map((path) => join(folder, path).replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts') && !/(?:^|\/)(?:node_modules|dist)\//.test(path));
}

function whatWasNotRead({ modules, summary }) {
  if (sources.length === 0) return 'There is no source file to check the import laws on, so nothing is proven.';
  const read = new Set(modules.map(({ source }) => source));
  const unread = sources.filter((path) => !read.has(path));
  if (unread.length > 0) {
    return `The dependency check read ${sources.length - unread.length} of ${sources.length} source files, so nothing is proven. Not read: ${unread.slice(0, 5).join(', ')}${unread.length > 5 ? ', …' : ''}`;
  }
  if (summary.totalDependenciesCruised === 0) {
    return `The dependency check read ${sources.length} source files and saw no import in any of them, so nothing is proven.`;
  }
  return undefined;
}

function fail(reason) {
  console.error(reason);
  process.exit(1);
}
