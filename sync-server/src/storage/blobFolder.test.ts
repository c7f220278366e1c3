import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openBlobFolder } from './blobFolder.ts';
import { blobLaws } from './testing/blobLaws.ts';
import { scratchFolder } from './testing/scratchFolder.ts';

blobLaws('a folder', () => openBlobFolder(join(scratchFolder(), 'attachments')));

const HASH = `ab${'0'.repeat(62)}`;

describe('a folder of files', () => {
  it('is for its owner only, and leaves nothing beside what it holds', async () => {
    const folder = scratchFolder();
    await openBlobFolder(folder).write(HASH, Buffer.from('x'));
    expect(readdirSync(folder, { recursive: true }).toSorted()).toEqual(['ab', join('ab', HASH.slice(2))]);
    expect(statSync(join(folder, 'ab', HASH.slice(2))).mode & 0o777).toBe(0o600);
  });

  it.each(['../book.sqlite', `${HASH}/../../head`, 'AB', '', `${HASH}.`, `${HASH}.a/b`])('does not take %j for a name', async (name) => {
    const blobs = openBlobFolder(scratchFolder());
    await expect(blobs.read(name)).rejects.toThrow(RangeError);
    await expect(blobs.write(name, Buffer.from('x'))).rejects.toThrow(RangeError);
  });

  it('collects what a write that was broken off left', async () => {
    const folder = scratchFolder();
    mkdirSync(join(folder, 'ab'));
    writeFileSync(join(folder, 'ab', `${HASH.slice(2)}.5f0c.partial`), 'half');
    await openBlobFolder(folder).collect((name) => name === HASH, '2200-01-01T00:00:00.000Z');
    expect(readdirSync(join(folder, 'ab'))).toEqual([]);
  });
});
