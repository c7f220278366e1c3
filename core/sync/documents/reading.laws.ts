import fc from 'fast-check';
import { isRefusal } from '@taffrail/domain/kernel';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readUpdate } from './reading.ts';

const value = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.uint8Array(),
  fc.jsonValue(),
);
const act = fc.oneof(
  fc.record({ does: fc.constant('write' as const), text: fc.string({ unit: 'grapheme', minLength: 1 }), at: fc.nat() }),
  fc.record({ does: fc.constant('erase' as const), at: fc.nat() }),
  fc.record({ does: fc.constant('set' as const), value }),
  fc.record({ does: fc.constant('mark' as const), value }),
  fc.record({ does: fc.constant('nest' as const), name: fc.string() }),
);

test('what is read of an update is what Yjs reads of it', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ author: fc.integer({ min: 1, max: 3 }), act }), { maxLength: 40 }), (acts) => {
      const docs = new Map<number, Y.Doc>();
      let update = Y.encodeStateAsUpdate(new Y.Doc());
      for (const { author, act: one } of acts) {
        const doc = docs.get(author) ?? new Y.Doc();
        docs.set(author, doc);
        doc.clientID = author;
        Y.applyUpdate(doc, update);
        perform(doc, one);
        update = Y.encodeStateAsUpdate(doc);
      }
      const reading = readUpdate(update);
      if (isRefusal(reading)) throw new Error(reading.sentence);
      const read = [...reading.byAuthor.values()].flatMap((writing) =>
        Array.from({ length: writing.count }, (_, index) => [writing.client, writing.clockOf(index), writing.clockOf(index + 1)]),
      );
      const { structs, ds } = Y.decodeUpdate(update);
      expect(read).toEqual(structs.map(({ id, length }) => [id.client, id.clock, id.clock + length]));
      const deleted = [...ds.clients].flatMap(([client, all]) => all.map(({ clock, len }) => ({ client, clock, length: len })));
      expect(reading.deletions).toEqual(deleted);
    }),
    { numRuns: 300 },
  );
});

function perform(
  doc: Y.Doc,
  step: { does: 'write' | 'erase' | 'set' | 'mark' | 'nest'; text?: string; at?: number; value?: unknown; name?: string },
) {
  const text = doc.getText('text');
  const at = (step.at ?? 0) % (text.length + 1);
  if (step.does === 'write') text.insert(at, step.text ?? '');
  else if (step.does === 'erase' && at < text.length) text.delete(at, 1);
  else if (step.does === 'set') doc.getMap('map').set('key', step.value);
  else if (step.does === 'mark' && text.length > 0)
    text.format(0, text.length, { mark: step.value instanceof Uint8Array ? 1 : step.value });
  else if (step.does === 'nest') doc.getXmlFragment('body').push([new Y.XmlElement(step.name)]);
}
