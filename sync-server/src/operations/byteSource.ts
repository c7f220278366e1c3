/** Reads a stream in the pieces that its reader has a use for, whatever pieces it comes in. */
export interface ByteSource {
  /** The next bytes, at most so many; none only at the end. */
  upTo(bytes: number): Promise<Buffer>;
  /** As many as asked for, fewer only at the end. */
  exactly(bytes: number): Promise<Buffer>;
}

export function byteSourceOf(content: AsyncIterable<Buffer>): ByteSource {
  const chunks = content[Symbol.asyncIterator]();
  let chunk: Buffer = Buffer.alloc(0);

  async function upTo(bytes: number): Promise<Buffer> {
    while (chunk.length === 0) {
      const next = await chunks.next();
      if (next.done) return chunk;
      chunk = next.value;
    }
    const taken = chunk.subarray(0, bytes);
    chunk = chunk.subarray(taken.length);
    return taken;
  }

  async function exactly(bytes: number): Promise<Buffer> {
    const taken: Buffer[] = [];
    for (let left = bytes; left > 0;) {
      const some = await upTo(left);
      if (some.length === 0) break;
      taken.push(some);
      left -= some.length;
    }
    return Buffer.concat(taken);
  }

  return { upTo, exactly };
}
