import fc from 'fast-check';
import { addParagraph, areEqual, paragraphsOf } from '@taffrail/sync';
import { expect, test, vi } from 'vitest';
import type { HeldDocument } from './index.ts';
import { openDesk } from './testing/desk.ts';
import { openHouse } from './testing/house.ts';

const PAGE = 'day/2025-02-05';
const NEVER = new AbortController().signal;

/** What can befall two devices with two tabs each. */
const step = fc.record({
  tab: fc.nat(3),
  does: fc.constantFrom(
    'write',
    'write',
    'write',
    'catch up',
    'wake',
    'cut',
    'lose reach',
    'gain reach',
    'lose updates',
    'deliver updates',
    'silence',
    'speak',
  ),
});

test('whatever is cut, lost or written in whichever tab: in the end everybody has everything, once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const house = openHouse();
      const desks = [await openDesk(), await openDesk()];
      const tabs = desks.flatMap((desk) => [desk.tab(house), desk.tab(house)]);
      const pages: HeldDocument[] = [];
      for (const tab of tabs) pages.push(await tab.open(PAGE));
      const said: string[] = [];
      const wakeAll = (): void => {
        for (const desk of desks) desk.wake();
      };
      for (const [n, { tab, does }] of steps.entries()) {
        if (does === 'write') {
          said.push(`line ${n}`);
          addParagraph(pages[tab]!.document, `line ${n}`);
        }
        if (does === 'catch up') await tabs[tab]!.catchUp(NEVER);
        if (does === 'wake') wakeAll();
        if (does === 'cut') house.cut();
        if (does === 'lose reach' || does === 'gain reach') house.isReachable = does === 'gain reach';
        if (does === 'lose updates' || does === 'deliver updates') house.losesUpdates = does === 'lose updates';
        if (does === 'silence' || does === 'speak') house.isSilent = does === 'silence';
        if (n % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      }
      Object.assign(house, { isReachable: true, losesUpdates: false, isSilent: false });
      house.cut();
      await vi.waitFor(
        () => {
          wakeAll();
          for (const { saved, document } of pages) {
            expect(saved.value).toEqual({ onDevice: true, onServer: true });
            expect(areEqual(document, house.document(PAGE))).toBe(true);
          }
        },
        { timeout: 10_000, interval: 20 },
      );
      expect(paragraphsOf(house.document(PAGE)).toSorted()).toEqual(said.toSorted());
      for (const desk of desks) {
        expect(await desk.waiting()).toBe(0);
        await desk.close();
      }
    }),
    { numRuns: 100 },
  );
}, 120_000);
