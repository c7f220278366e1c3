import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';

export interface Face {
  readonly type: string;
  /** Names what lies there; the same bytes have the same name. */
  readonly tag: string;
  /** The address never shows anything else, so it can be kept for ever. */
  readonly isNamedByContent: boolean;
  readonly plain: Packed;
  readonly br?: Packed;
  readonly gzip?: Packed;
}

type Packed = Uint8Array<ArrayBuffer>;

/** The app as it was built, by address. What is not in here cannot be asked for, however the path is written. */
export type Faces = ReadonlyMap<string, Face>;

const types: { readonly [ending: string]: string } = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Reads everything once: a build while the server runs changes nothing under the pages that are open. */
export function readFaces(folder: string): Faces {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  const faces = names.flatMap((name): (readonly [string, Face])[] => {
    const type = types[extname(name)];
    if (type === undefined || !statSync(join(folder, name)).isFile()) return [];
    return [[`/${name}`, readFace(join(folder, name), type, name.startsWith('assets/'))]];
  });
  return new Map(faces);
}

function readFace(path: string, type: string, isNamedByContent: boolean): Face {
  const plain = readFileSync(path);
  const tag = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
  return { type, tag, isNamedByContent, plain, ...packed('br', `${path}.br`), ...packed('gzip', `${path}.gz`) };
}

const packed = (name: 'br' | 'gzip', path: string): Partial<Face> => (existsSync(path) ? { [name]: readFileSync(path) } : {});
