import { closeSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openHeadFile, type HeadFile } from './headFile.ts';
import { headLaws } from './testing/headLaws.ts';
import { scratchFolder } from './testing/scratchFolder.ts';

const headOf = (seq: number): { seq: number; hash: string } => ({ seq, hash: String(seq).padStart(64, '0') });

headLaws('a file', () => openForTest(join(scratchFolder(), 'head')));

describe('the head in a file', () => {
  it('is known again after it is opened anew', () => {
    const path = withHeads(1, 2, 3);
    expect(openForTest(path).read()).toEqual(headOf(3));
  });

  it('goes on from where it was', () => {
    const path = withHeads(1, 2, 3);
    const again = openHeadFile(path);
    again.write(headOf(1));
    again.close();
    expect(openForTest(path).read()).toEqual(headOf(1));
  });

  it('loses at most the last write to a tear, wherever it tears', () => {
    const path = withHeads(1, 2, 3);
    const whole = readFileSync(path);
    const lastSlotAt = whole.indexOf('3 3 ');
    for (let torn = 0; torn < 150; torn += 7) {
      const bytes = Buffer.from(whole);
      bytes.fill(0, lastSlotAt + torn, lastSlotAt + 150);
      writeFileSync(path, bytes);
      expect([headOf(2), headOf(3)]).toContainEqual(openForTest(path).read());
    }
  });

  it('does not believe a flipped bit', () => {
    const path = withHeads(1, 2);
    const whole = readFileSync(path);
    for (let bit = 0; bit < 8 * 140; bit += 11) {
      const bytes = Buffer.from(whole);
      const at = whole.indexOf('2 2 ') + (bit >> 3);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (bit & 7)), at);
      writeFileSync(path, bytes);
      expect([headOf(1), headOf(2)]).toContainEqual(openForTest(path).read());
    }
  });

  it('says so when neither copy can be believed, rather than pretending there never was one', () => {
    const path = withHeads(1, 2);
    const file = openSync(path, 'r+');
    for (const slot of [0, 1]) writeSync(file, 'garbage', slot * 4096);
    closeSync(file);
    expect(() => openHeadFile(path)).toThrow(expect.objectContaining({ name: 'StorageFault', kind: 'broken' }));
  });

  it('takes its room when it is made, so that a full disk does not stand in its way later', () => {
    const path = withHeads();
    const before = statSync(path).size;
    const file = openForTest(path);
    for (let seq = 1; seq < 50; seq++) file.write(headOf(seq));
    expect(statSync(path).size).toBe(before);
  });
});

function withHeads(...seqs: number[]): string {
  const path = join(scratchFolder(), 'head');
  const file = openHeadFile(path);
  seqs.forEach((seq) => file.write(headOf(seq)));
  file.close();
  return path;
}

function openForTest(path: string): HeadFile {
  const file = openHeadFile(path);
  onTestFinished(() => file.close());
  return file;
}
