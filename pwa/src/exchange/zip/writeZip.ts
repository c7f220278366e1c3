import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface ZipWriter {
  add(name: string, bytes: Uint8Array): Promise<void>;
  /** The whole file. */
  end(): Blob;
}

/** Pictures and documents are packed tightly already. */
const TIGHT = /^(?:attachments|documents)\//;
const SLICE_BYTES = 1 << 20;
const FOLD_BYTES = 16 << 20;

/** Writes a zip file as its contents come. What is done goes into a blob now and then, which a browser may keep on disk. */
export function openZip(): ZipWriter {
  let done = new Blob([], { type: 'application/zip' });
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let held = 0;

  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
    held += chunk.length;
    if (held > FOLD_BYTES) fold();
  });

  function fold(): void {
    done = new Blob([done, ...chunks], { type: done.type });
    chunks = [];
    held = 0;
  }

  return {
    async add(name, bytes) {
      const file = TIGHT.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name);
      zip.add(file);
      let from = 0;
      do {
        await breath();
        file.push(bytes.subarray(from, from + SLICE_BYTES), from + SLICE_BYTES >= bytes.length);
        from += SLICE_BYTES;
      } while (from < bytes.length);
    },
    end() {
      zip.end();
      fold();
      return done;
    },
  };
}

/** The screen gets its turn between two slices. */
const breath = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve));
