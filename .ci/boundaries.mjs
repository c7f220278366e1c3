// Checks the import laws of .dependency-cruiser.mjs. A checker that reads nothing finds nothing, so it must have read every source file.
import { cruise, format } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

process.chdir(join(import.meta.dirname, '..'));

const packages = ['core', 'pwa', 'extension', 'sync-server'].filter((name) => existsSync(name));
const sources = packages.flatMap(sourceFilesIn);
if (sources.length === 0) fail('There is no source file to check the import laws on, so nothing is proven.');

const { output: found } = await cruise(packages, await extractOptions('./.dependency-cruiser.mjs'));
const read = new Set(found.modules.map(({ source }) => source));
const unread = sources.filter((path) => !read.has(path));
if (unread.length > 0) {
  const some = unread.slice(0, 5).join(', ');
  fail(
    `The dependency check read ${sources.length - unread.length} of ${sources.length} source files, so nothing is proven. Not read: ${some} …`,
  );
}
if (found.summary.error > 0) fail((await format(found, { outputType: 'err-long' })).output);

function sourceFilesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .map((path) => join(folder, path).replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts') && !/(?:^|\/)(?:node_modules|dist|\.output|\.wxt)\//.test(path));
}

function fail(reason) {
  console.error(reason);
  process.exit(1);
}
