import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const COMPRESSIBLE = /\.(?:css|html|js|json|md|svg|webmanifest)$/;

/** Writes `.br` and `.gz` beside every text, once here in place of at every answer. */
export async function compressAll(folder: string): Promise<void> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  await Promise.all(paths.filter((path) => COMPRESSIBLE.test(path) && statSync(path).isFile()).map(compress));
}

const brotliOf = promisify(brotliCompress);
const gzipOf = promisify(gzip);

async function compress(path: string): Promise<void> {
  const bytes = readFileSync(path);
  const [br, gz] = await Promise.all([
    brotliOf(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    gzipOf(bytes, { level: 9 }),
  ]);
  for (const [ending, packed] of [
    ['br', br],
    ['gz', gz],
  ] as const)
    if (packed.length < bytes.length) writeFileSync(`${path}.${ending}`, packed);
}
