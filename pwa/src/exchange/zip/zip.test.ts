import { zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readZip } from './readZip.ts';
import { openZip } from './writeZip.ts';

const text = (said: string): Uint8Array => new TextEncoder().encode(said);

async function zipOf(files: readonly (readonly [string, Uint8Array])[]): Promise<Blob> {
  const zip = openZip();
  for (const [name, bytes] of files) await zip.add(name, bytes);
  return zip.end();
}

async function changedAt(file: Blob, at: number, bytes: readonly number[]): Promise<Blob> {
  const content = new Uint8Array(await file.arrayBuffer());
  content.set(bytes, at < 0 ? content.length + at : at);
  return new Blob([content]);
}

describe('a zip file', () => {
  it('gives back what was put in, packed or as it is', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 3_000 }), { maxLength: 5 }), fc.boolean(), async (contents, isTight) => {
        const files = contents.map((bytes, n) => [`${isTight ? 'attachments/' : ''}${n}.bin`, bytes] as const);
        const archive = await readZip(await zipOf(files));
        expect(archive?.entries.map(({ name, bytes }) => [name, bytes])).toEqual(files.map(([name, { length }]) => [name, length]));
        for (const [name, bytes] of files) expect(await archive?.read(name)).toEqual(bytes);
        expect(await archive?.read('another')).toBeUndefined();
      }),
    ));

  it('is read as other programs make it, with a comment behind it', async () => {
    const other = zipSync({ 'facts.jsonl': text('{}\n') }, { comment: 'made elsewhere' });
    const archive = await readZip(new Blob([other]));
    expect(await archive?.read('facts.jsonl')).toEqual(text('{}\n'));
  });

  it('larger than what is held at once is written in pieces', async () => {
    const large = new Uint8Array(40 << 20).fill(7);
    const file = await zipOf([['attachments/large', large]]);
    expect((await (await readZip(file))?.read('attachments/large'))?.length).toBe(large.length);
  });

  it('that unpacks to more than it says gives no more than that', async () => {
    const bomb = zipSync({ bomb: [new Uint8Array(5_000_000), { level: 9 }] });
    const sizeAt = bomb.length - 22 - (46 + 4) + 24;
    const archive = await readZip(await changedAt(new Blob([bomb]), sizeAt, [10, 0, 0, 0]));
    expect(archive?.entries).toEqual([expect.objectContaining({ name: 'bomb', bytes: 10 })]);
    expect((await archive?.read('bomb'))?.length).toBe(10);
  });

  it.each<[string, (file: Blob) => Promise<Blob> | Blob]>([
    ['is empty', () => new Blob()],
    ['is something else', () => new Blob(['a letter, and by no means a zip file'])],
    ['was cut short', (file) => file.slice(0, file.size - 30)],
    ['has no beginning', (file) => file.slice(40)],
    ['is encrypted', (file) => changedAt(file, -22 - 46 - 11 + 8, [1])],
  ])('that %s is none', async (_, change) => {
    const file = await zipOf([['facts.jsonl', text('{}\n')]]);
    expect(await readZip(await change(file))).toBeUndefined();
  });

  it('whose contents were damaged has nothing to read there', async () => {
    const file = await zipOf([['facts.jsonl', text('{"event_seq":1}\n'.repeat(50))]]);
    const archive = await readZip(await changedAt(file, 41, [0xff, 0xff, 0xff, 0xff]));
    expect(await archive?.read('facts.jsonl')).not.toEqual(text('{"event_seq":1}\n'.repeat(50)));
    const beheaded = await readZip(await changedAt(file, 0, [0]));
    expect(await beheaded?.read('facts.jsonl')).toBeUndefined();
  });
});
