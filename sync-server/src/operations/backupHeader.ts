import { createHash } from 'node:crypto';
import { instantSchema, isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { keySettingsSchema } from './backupKey.ts';
import { backupRefusals } from './backupRefusals.ts';

const FORMAT = 'taffrail-backup';
/** Version 1 had no files. */
const VERSION = 2;
/** Far more than a header needs; a file that shows no end of line by then has none. */
export const MAX_HEADER_BYTES = 4096;

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** What a backup says about itself, readable without its passphrase: the first line of the file. */
const backupHeaderSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal([1, VERSION]),
  /** `_registry` where it is that, and no book. */
  workspace_id: z.string().max(36),
  made_at: instantSchema,
  /** The last fact in it; for the registry, the last entry on the record, which is not chained. */
  head: z.strictObject({ seq: z.int().min(0), hash: z.string().max(128) }),
  sqlite_bytes: z.int().min(0),
  sqlite_sha256: sha256Schema,
  /** At most so many follow the book. */
  files: z.int().min(0).default(0),
  /** Null where it is not encrypted. */
  key: keySettingsSchema.nullable(),
});

export type BackupHeader = Readonly<z.infer<typeof backupHeaderSchema>>;

export function newHeader(parts: Omit<BackupHeader, 'format' | 'version'>): BackupHeader {
  return { format: FORMAT, version: VERSION, ...parts };
}

/** The header and, on a second line, its checksum: so that a damaged header is not mistaken for a wrong passphrase. */
export function encodeHeader(header: BackupHeader): Buffer {
  const line = JSON.stringify(header);
  return Buffer.from(`${line}\n${checksum(line)}\n`);
}

export interface ReadHeader {
  readonly header: BackupHeader;
  /** How much of the file it takes; the body follows. */
  readonly bytes: Buffer;
}

export function decodeHeader(start: Buffer): ReadHeader | Refusal {
  const lineEnd = start.indexOf('\n');
  const end = start.indexOf('\n', lineEnd + 1);
  const line = start.toString('utf8', 0, Math.max(0, lineEnd));
  const fields = parseFields(line);
  if (isRefusal(fields)) return fields;
  if (end < 0) return backupRefusals.backup_cut_short();
  if (checksum(line) !== start.toString('utf8', lineEnd + 1, end)) return damagedHeader();
  const header = backupHeaderSchema.safeParse(fields);
  return header.success ? { header: header.data, bytes: start.subarray(0, end + 1) } : damagedHeader();
}

function parseFields(line: string): object | Refusal {
  const fields = jsonObject(line);
  if (!fields || fields.format !== FORMAT) return line.includes(FORMAT) ? damagedHeader() : backupRefusals.not_a_backup();
  const version = Number(fields.version);
  return version > VERSION ? backupRefusals.newer_backup({ version, known: VERSION }) : fields;
}

function jsonObject(line: string): { readonly format?: unknown; readonly version?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

const damagedHeader = (): Refusal => backupRefusals.backup_damaged({ where: 'in what it says about itself' });

const checksum = (line: string): string => createHash('sha256').update(line).digest('hex');
