import { Readable } from 'node:stream';
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFrames, sealFrames, type Seal } from './backupFrames.ts';

const header = Buffer.from('a header\n');

describe.each<[string, Seal]>([
  ['encrypted', { header, key: randomBytes(32) }],
  ['only checked', { header, key: undefined }],
])('frames that are %s', (_, seal) => {
  // Chunks of any size, and now and then enough of them to fill several frames.
  const contents = fc.array(
    fc.oneof(
      fc.uint8Array({ maxLength: 50 }),
      fc.nat(600_000).map((size) => new Uint8Array(size).fill(size)),
    ),
    { maxLength: 4 },
  );

  it('give back what went in, however it was cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(contents, async (chunks) => {
        const content = Buffer.concat(chunks);
        const sealed = await sealAll(seal, chunks);
        expect((await openAll(seal, sealed)).equals(content)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('refuse any change of any byte, any cut and anything added', async () => {
    await fc.assert(
      fc.asyncProperty(contents, fc.nat(), fc.integer({ min: 1, max: 255 }), async (chunks, anywhere, change) => {
        const sealed = await sealAll(seal, chunks);
        const at = anywhere % sealed.length;
        const changed = Buffer.from(sealed);
        changed.writeUInt8(changed.readUInt8(at) ^ change, at);
        await expect(openAll(seal, changed)).rejects.toThrow(/This backup/);
        await expect(openAll(seal, sealed.subarray(0, at))).rejects.toThrow(/ends too early/);
        await expect(openAll(seal, Buffer.concat([sealed, Buffer.alloc(1)]))).rejects.toThrow(/something follows its end/);
      }),
      { numRuns: 100 },
    );
  });

  it('refuse frames in another order, left out, or of another backup', async () => {
    const content = Array.from({ length: 4 }, (_nothing, n) => new Uint8Array(256 * 1024).fill(n));
    const frames = await framesOf(seal, content);
    const [first, second, third, last] = frames as [Buffer, Buffer, Buffer, Buffer];
    expect((await openAll(seal, Buffer.concat(frames))).length).toBe(4 * 256 * 1024);
    for (const forged of [
      [second, first, third, last],
      [first, third, last],
      [first, second, third],
      [first, first, second, third, last],
      [last],
    ]) {
      await expect(openAll(seal, Buffer.concat(forged))).rejects.toThrow(/This backup/);
    }
    await expect(openAll({ ...seal, header: Buffer.from('another header\n') }, Buffer.concat(frames))).rejects.toThrow(/damaged/);
  });
});

async function framesOf(seal: Seal, chunks: readonly Uint8Array[]): Promise<Buffer[]> {
  return collected(sealFrames(seal, Readable.from(chunks.map((chunk) => Buffer.from(chunk)))));
}

const sealAll = async (seal: Seal, chunks: readonly Uint8Array[]): Promise<Buffer> => Buffer.concat(await framesOf(seal, chunks));

async function openAll(seal: Seal, sealed: Buffer): Promise<Buffer> {
  let position = 0;
  const read = async (bytes: number): Promise<Buffer> => sealed.subarray(position, (position += bytes));
  return Buffer.concat(await collected(openFrames(seal, read)));
}

async function collected(buffers: AsyncIterable<Buffer>): Promise<Buffer[]> {
  const all: Buffer[] = [];
  for await (const buffer of buffers) all.push(buffer);
  return all;
}
