import { MOST_FILE_BYTES } from '@taffrail/domain/attachments';
import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { kindOf, syncLimits } from '@taffrail/sync';
import { sha256 } from '../sha256.ts';
import type { Archive } from './archive.ts';
import {
  attachmentIn,
  CONFLICTS,
  documentIn,
  EXPORT_VERSION,
  FACTS,
  FILLS_SHEET,
  MANIFEST,
  manifestSchema,
  POSITIONS_SHEET,
  WAITING,
  type Manifest,
} from './manifest.ts';
import { exchangeRefusals } from './refusals.ts';

/** An export that has been looked at: what it says of itself, and its files, each held against what is said of it when it is read. */
export interface ReadableExport {
  readonly manifest: Manifest;
  read(name: string): Promise<Uint8Array<ArrayBuffer> | Refusal>;
}

const MOST_MANIFEST_BYTES = 32_000_000;

export async function readExport(archive: Archive): Promise<ReadableExport | Refusal> {
  const manifest = await readManifest(archive);
  if (isRefusal(manifest)) return manifest;
  const problem = contentsProblem(manifest, archive);
  if (problem) return problem;
  const listed = new Map(manifest.files.map((file) => [file.name, file]));

  return {
    manifest,
    async read(name) {
      const bytes = await archive.read(name);
      if (!bytes) return exchangeRefusals.export_damaged({ name, problem: 'cannot be read' });
      return (await sha256(bytes)) === listed.get(name)?.sha256 ? bytes : exchangeRefusals.export_damaged({ name, problem: 'was changed' });
    },
  };
}

async function readManifest({ entries, read }: Archive): Promise<Manifest | Refusal> {
  const entry = entries.find(({ name }) => name === MANIFEST);
  if (entry === undefined || entry.bytes > MOST_MANIFEST_BYTES) return exchangeRefusals.not_an_export();
  const said = parsed(await read(MANIFEST));
  const version = (said as { version?: unknown } | undefined)?.version;
  if (typeof version === 'number' && version > EXPORT_VERSION) return exchangeRefusals.newer_export({ version, known: EXPORT_VERSION });
  const manifest = manifestSchema.safeParse(said);
  return manifest.success ? manifest.data : exchangeRefusals.not_an_export();
}

function parsed(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** What is in it is what it says, all of it is ours, and none of it larger than such things are. */
function contentsProblem({ files }: Manifest, { entries }: Archive): Refusal | undefined {
  const sizes = new Map(entries.map(({ name, bytes }) => [name, bytes]));
  const listed = new Set([MANIFEST, ...files.map(({ name }) => name)]);
  const stranger = entries.find(({ name }) => !listed.has(name));
  if (stranger) return exchangeRefusals.export_foreign({ name: stranger.name });
  if (sizes.size < entries.length || listed.size <= files.length) {
    return exchangeRefusals.export_damaged({ name: MANIFEST, problem: 'names something twice' });
  }
  for (const { name, bytes } of files) {
    const limit_bytes = mostBytesOf(name);
    if (limit_bytes === undefined) return exchangeRefusals.export_foreign({ name });
    if (bytes > limit_bytes) return exchangeRefusals.export_too_large({ name, bytes, limit_bytes });
    if (!sizes.has(name)) return exchangeRefusals.export_damaged({ name, problem: 'is missing' });
    if (sizes.get(name) !== bytes) return exchangeRefusals.export_damaged({ name, problem: 'was changed' });
  }
  const absent = REQUIRED.find((name) => !sizes.has(name));
  return absent === undefined ? undefined : exchangeRefusals.export_damaged({ name: absent, problem: 'is missing' });
}

const REQUIRED = [FACTS, WAITING, CONFLICTS];
const PLAIN: ReadonlySet<string> = new Set([...REQUIRED, POSITIONS_SHEET, FILLS_SHEET]);
/** Snapshots are stored in an encoding that is several times as tight as that of an update. */
const LOOSER = 8;

/** Undefined for what an export does not hold. */
function mostBytesOf(file: string): number | undefined {
  if (PLAIN.has(file)) return syncLimits.importBytes;
  if (attachmentIn(file) !== undefined) return MOST_FILE_BYTES;
  const kind = kindOf(documentIn(file) ?? '');
  return kind && kind.mostBytes * LOOSER;
}
