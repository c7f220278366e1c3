import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addParagraph, areEqual, kindOf, onWriting, openDocument, paragraphsOf, type DocumentKind } from '@taffrail/sync';
import { documentSize, readDocument } from '../workspace/index.ts';
import { workspaceBench } from '../workspace/testing/bench.ts';
import { limits } from './limits.ts';
import { openShelf } from './shelf.ts';
import { until } from './testing/house.ts';

const PAGE = 'day/2025-02-05';
const kind = kindOf(PAGE) as DocumentKind;

test('what is written while a document is compacted is stored once, and so is what was there before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ text: fc.string({ minLength: 1 }), afterMs: fc.nat(40) }), { maxLength: 12 }), async (lines) => {
      const workspace = workspaceBench().open();
      const rests: string[] = [];
      const failures: unknown[] = [];
      const shelf = openShelf({
        workspace,
        name: PAGE,
        kind,
        grown: () => {},
        failed: (_, error) => failures.push(error),
        rested: () => rests.push('rested'),
      });
      const page = openDocument(kind);
      const putting: Promise<void>[] = [];
      onWriting(page, (update) => void putting.push(shelf.put(update)));
      addParagraph(page, 'x'.repeat(limits.compactAboveBytes));
      for (const { text, afterMs } of lines) {
        await sleep(afterMs);
        addParagraph(page, text);
      }
      await Promise.all(putting);
      await until(() => !shelf.isBusy);

      const stored = workspace.read((sql) => readDocument(sql, PAGE));
      const kept = openDocument(kind, stored);
      expect(areEqual(kept, page)).toBe(true);
      expect(paragraphsOf(kept)).toEqual(paragraphsOf(page));
      expect(stored.snapshot).toBeDefined();
      expect(stored.updates.length).toBeLessThanOrEqual(lines.length);
      expect(shelf.bytes).toBe(documentSize(stored).snapshotBytes + documentSize(stored).updateBytes);
      expect([failures, rests]).toEqual([[], ['rested']]);
    }),
    { numRuns: 15 },
  );
});
