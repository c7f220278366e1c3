import type { Refusal } from '@taffrail/domain/kernel';
import type { Manifest } from '@taffrail/replica/exchange';
import type { Book } from '../app/index.ts';
import { fileName } from './fileName.ts';

type OpenBook = Extract<Book, { status: 'open' }>;

/** A file that is ready to be kept somewhere. */
export interface MadeExport {
  readonly name: string;
  readonly file: Blob;
  readonly manifest: Manifest;
}

export type Progress = (done: number, total: number) => void;

/** What a zip file without extensions can count to. */
const MOST_FILES = 65_535;
const MOST_BYTES = 0xffff_ffff;

/** Makes the one file that holds the whole book, on this device. Throws where the signal says to stop. */
export async function makeExport(open: OpenBook, progress: Progress, signal: AbortSignal): Promise<MadeExport | Refusal> {
  const [{ exchangeRefusals, openExport }, { openZip }] = await Promise.all([
    import('@taffrail/replica/exchange'),
    import('./zip/writeZip.ts'),
  ]);
  const { entry, replica, papers } = open;
  const now = replica.now();
  const exporting = await openExport({ database: replica.ground.database, files: papers.files, book: entry.name, now });
  const zip = openZip();
  let bytes = 0;
  const making = exporting.files();
  let made = await making.next();
  for (let done = 1; !made.done; made = await making.next()) {
    signal.throwIfAborted();
    const { name, bytes: content } = made.value;
    bytes += content.length;
    if (exporting.count > MOST_FILES || bytes > MOST_BYTES) return exchangeRefusals.too_large_for_export({ files: exporting.count, bytes });
    await zip.add(name, content);
    progress(done, exporting.count);
    done += 1;
  }
  return { name: fileName(entry.name, now, 'zip'), file: zip.end(), manifest: made.value };
}
