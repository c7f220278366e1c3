import {
  closeDocument,
  kindOf,
  openDocument,
  setTick,
  stateVectorOf,
  takeUpdate,
  updateSince,
  type DocumentKind,
  type OpenDocument,
} from '@taffrail/sync';
import type { Figure } from './figure.ts';

const TOGGLES = 10_000;
const BOXES = 40;
const EXCHANGE_EVERY = 20;

/** What a page weighs after two devices have toggled its checkboxes for a long time; beside one toggle of each box on each. */
export async function toggles(): Promise<Figure[]> {
  const bytes = weightAfter(TOGGLES);
  const once = weightAfter(2 * BOXES);
  return [
    {
      name: '10,000 toggles of 40 boxes on two devices',
      value: bytes,
      unit: 'B',
      reference: 'each box once on each device',
      ratio: bytes / once,
    },
  ];
}

function weightAfter(count: number): number {
  const kind = kindOf('day/2025-02-05') as DocumentKind;
  const devices = [openDocument(kind), openDocument(kind)] as const;
  for (let n = 0; n < count; n++) {
    const device = n % 2;
    setTick(devices[device]!, `device-${device}`, `box-${(n * 7 + Math.floor(n / BOXES)) % BOXES}`, n % 3 === 0);
    if (n % EXCHANGE_EVERY === 0) exchange(...devices);
  }
  exchange(...devices);
  const bytes = (updateSince(devices[0], new Uint8Array([0])) as Uint8Array).length;
  for (const device of devices) closeDocument(device);
  return bytes;
}

function exchange(one: OpenDocument, other: OpenDocument): void {
  takeUpdate(one, updateSince(other, stateVectorOf(one)) as Uint8Array);
  takeUpdate(other, updateSince(one, stateVectorOf(other)) as Uint8Array);
}
