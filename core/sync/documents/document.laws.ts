import fc from 'fast-check';
import { isRefusal } from '@taffrail/domain/kernel';
import { expect, test } from 'vitest';
import {
  addParagraph,
  areEqual,
  closeDocument,
  compacted,
  kindOf,
  openDocument,
  paragraphsOf,
  setTick,
  stateVectorOf,
  takeUpdate,
  ticksOf,
  updateSince,
  type DocumentKind,
  type OpenDocument,
} from '../index.ts';

const day = kindOf('day/2025-02-05') as DocumentKind;
const DEVICES = 50;
/** The state vector of whoever has nothing. */
const NOTHING = new Uint8Array([0]);
/** As many as a minute allows; whoever has longer says so: CONTRIBUTING.md. */
const RUNS = Number(process.env['LAW_RUNS'] ?? 2_000);

function sinceOf(document: OpenDocument, stateVector: Uint8Array): Uint8Array {
  const update = updateSince(document, stateVector);
  if (isRefusal(update)) throw new Error(update.sentence);
  return update;
}

/** Gives one document everything another has. */
function bring(from: OpenDocument, to: OpenDocument): Uint8Array {
  const brought = sinceOf(from, stateVectorOf(to));
  const taken = takeUpdate(to, brought);
  if (isRefusal(taken)) throw new Error(taken.sentence);
  return brought;
}

/** As a device that comes back: what it brings, and what it lacks. */
function sync(device: OpenDocument, server: OpenDocument): void {
  bring(device, server);
  bring(server, device);
}

const writing = fc.array(
  fc.record({ device: fc.nat(DEVICES - 1), box: fc.nat(5), ticked: fc.boolean(), text: fc.string({ maxLength: 8 }), says: fc.boolean() }),
  { minLength: 10, maxLength: 80 },
);

test('fifty devices that wrote without a network come back in any order: all are equal, nothing is lost', () => {
  fc.assert(
    fc.property(writing, fc.shuffledSubarray([...Array(DEVICES).keys()], { minLength: DEVICES }), (written, order) => {
      const server = openDocument(day);
      addParagraph(server, 'before');
      const before = { snapshot: undefined, updates: [sinceOf(server, NOTHING)] };
      const devices = Array.from({ length: DEVICES }, () => openDocument(day, before));
      for (const { device, box, ticked, text, says } of written) {
        const document = devices[device]!;
        if (says) addParagraph(document, text);
        else setTick(document, `device-${device}`, `box-${box}`, ticked);
      }
      for (const index of order) sync(devices[index]!, server);
      for (const device of devices) bring(server, device);

      const said = written.filter(({ says }) => says).map(({ text }) => text);
      expect(paragraphsOf(server).toSorted()).toEqual(['before', ...said].toSorted());
      expect(devices.filter((device) => !areEqual(device, server))).toEqual([]);
      for (const document of [server, ...devices]) closeDocument(document);
    }),
    { numRuns: RUNS },
  );
}, 600_000);

const fewDevices = fc.array(fc.record({ device: fc.nat(2), box: fc.nat(2), ticked: fc.boolean(), syncs: fc.boolean() }), { maxLength: 25 });

test('devices that come and go agree in the end; one that toggled last, having seen the rest, has its way', () => {
  fc.assert(
    fc.property(fewDevices, (written) => {
      const server = openDocument(day);
      const devices = [openDocument(day), openDocument(day), openDocument(day)];
      for (const { device, box, ticked, syncs } of written) {
        const document = devices[device]!;
        if (syncs) sync(document, server);
        setTick(document, `device-${device}`, `box-${box}`, ticked);
        expect(ticksOf(document).get(`box-${box}`)).toBe(ticked);
      }
      for (const device of [...devices, ...devices]) sync(device, server);
      for (const device of devices) expect(ticksOf(device)).toEqual(ticksOf(server));
      for (const document of [server, ...devices]) closeDocument(document);
    }),
    { numRuns: RUNS },
  );
}, 600_000);

test('a snapshot of any updates reads back as what they say', () => {
  fc.assert(
    fc.property(writing, (written) => {
      const server = openDocument(day);
      const device = openDocument(day);
      const updates = written.map(({ box, ticked, text, says }) => {
        if (says) addParagraph(device, text);
        else setTick(device, 'phone', `box-${box}`, ticked);
        return bring(device, server);
      });
      const half = Math.floor(updates.length / 2);
      const first = compacted(day, { snapshot: undefined, updates: updates.slice(0, half) });
      const whole = compacted(day, { snapshot: first, updates: updates.slice(half) });
      expect(whole).toBeDefined();
      expect(areEqual(openDocument(day, { snapshot: whole, updates: [] }), server)).toBe(true);
    }),
    { numRuns: 100 },
  );
});
