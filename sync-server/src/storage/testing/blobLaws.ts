import { describe, expect, it } from 'vitest';
import type { Blobs } from '../../workspace/index.ts';

const LONG_AGO = '2000-01-01T00:00:00.000Z';
const FAR_AHEAD = '2200-01-01T00:00:00.000Z';
const nameOf = (digit: string): string => digit.repeat(64);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What every `Blobs` must keep. `open` gives one that holds nothing. */
export function blobLaws(name: string, open: () => Blobs): void {
  describe(`${name} keeps the laws of Blobs`, () => {
    it('has nothing before it is given', async () => {
      const blobs = open();
      expect(await blobs.read(nameOf('a'))).toBeUndefined();
      expect(await blobs.holds(nameOf('a'))).toBe(false);
    });

    it('gives back what it was given, and what was made from it beside it', async () => {
      const blobs = open();
      await blobs.write(nameOf('a'), bytesOf('whole'));
      await blobs.write(`${nameOf('a')}.thumbnail`, bytesOf('small'));
      expect(textOf(await blobs.read(nameOf('a')))).toBe('whole');
      expect(textOf(await blobs.read(`${nameOf('a')}.thumbnail`))).toBe('small');
      expect(await blobs.holds(nameOf('a'))).toBe(true);
    });

    it('holds one of each name, the last that was written, however many write it at once', async () => {
      const blobs = open();
      await Promise.all(Array.from({ length: 8 }, () => blobs.write(nameOf('b'), bytesOf('same'))));
      await blobs.write(nameOf('b'), bytesOf('healed'));
      expect(textOf(await blobs.read(nameOf('b')))).toBe('healed');
    });

    it('knows what it holds', async () => {
      const blobs = open();
      expect(await blobs.heldBytes()).toBe(0);
      await blobs.write(nameOf('a'), bytesOf('12345'));
      await blobs.write(nameOf('a'), bytesOf('12345'));
      await blobs.write(nameOf('b'), bytesOf('123'));
      expect(await blobs.heldBytes()).toBe(8);
    });

    it('does not share memory with whoever wrote or read', async () => {
      const blobs = open();
      const bytes = bytesOf('mine');
      await blobs.write(nameOf('c'), bytes);
      bytes.fill(0);
      (await blobs.read(nameOf('c')))?.fill(0);
      expect(textOf(await blobs.read(nameOf('c')))).toBe('mine');
    });

    it('collects what is old and nobody keeps, and nothing else', async () => {
      const blobs = open();
      for (const digit of ['a', 'b']) await blobs.write(nameOf(digit), bytesOf(digit));
      const keepsA = (kept: string): boolean => kept === nameOf('a');
      await blobs.collect(keepsA, LONG_AGO);
      expect(await blobs.read(nameOf('b'))).toBeDefined();
      await blobs.collect(keepsA, FAR_AHEAD);
      expect(await blobs.read(nameOf('b'))).toBeUndefined();
      expect(await blobs.read(nameOf('a'))).toBeDefined();
    });
  });
}

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
