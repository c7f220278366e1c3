import fc from 'fast-check';
import { isRefusal } from '@taffrail/domain/kernel';
import { expect, test } from 'vitest';
import {
  closeDocument,
  kindOf,
  openDocument,
  stateVectorOf,
  takeUpdate,
  updateSince,
  type DocumentKind,
  type OpenDocument,
} from '../index.ts';
import { readGroups, readRegisters, setRegisters, UNGROUPED } from './registers.ts';

const kind = kindOf('playbook/0194d7c0-0000-7000-8000-00000000000a') as DocumentKind;
const part = 'form';

function bring(from: OpenDocument, to: OpenDocument): void {
  const update = updateSince(from, stateVectorOf(to));
  const taken = isRefusal(update) ? update : takeUpdate(to, update);
  if (isRefusal(taken)) throw new Error(taken.sentence);
}

const value = fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.string({ maxLength: 5 }), fc.array(fc.string({ maxLength: 3 })));
const writing = fc.array(
  fc.record({
    device: fc.nat(2),
    group: fc.constantFrom(UNGROUPED, 'one', 'constructor'),
    name: fc.constantFrom('label', 'help'),
    value,
    syncs: fc.boolean(),
  }),
  { maxLength: 25 },
);

test('devices that come and go agree in the end; one that spoke last, having heard the rest, has its way', () => {
  fc.assert(
    fc.property(writing, (written) => {
      const server = openDocument(kind);
      const devices = [openDocument(kind), openDocument(kind), openDocument(kind)];
      for (const { device, group, name, value: said, syncs } of written) {
        const document = devices[device]!;
        if (syncs) {
          bring(document, server);
          bring(server, document);
        }
        setRegisters(document, `device-${device}`, { part, group }, { [name]: said });
        expect(readRegisters(document, { part, group }).get(name)).toEqual(said);
      }
      for (const device of devices) bring(device, server);
      for (const device of devices) bring(server, device);
      for (const device of devices) expect(readGroups(device, part)).toEqual(readGroups(server, part));

      const names = new Set(written.map(({ group, name }) => `${group} ${name}`));
      const kept = [...readGroups(server, part)].flatMap(([group, registers]) => [...registers.keys()].map((name) => `${group} ${name}`));
      expect(new Set(kept)).toEqual(names);
      for (const document of [server, ...devices]) closeDocument(document);
    }),
    { numRuns: 500 },
  );
}, 60_000);
