import {
  closeDocument,
  kindOf,
  openDocument,
  setAnswer,
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

type Toggle = (document: OpenDocument, device: string, box: string, isTicked: boolean) => void;

/** What a page, and a checklist, weigh after two devices have toggled their boxes for a long time; beside one toggle of each box on each. */
export async function toggles(): Promise<Figure[]> {
  return [
    figureOf('a day page', 'day/2025-02-05', setTick),
    figureOf('a response', 'response/0194d7c0-0000-8000-8000-00000000000f', (document, device, key, isTicked) =>
      setAnswer(document, device, { key, type: 'boolean' }, isTicked),
    ),
  ];
}

function figureOf(what: string, name: string, toggle: Toggle): Figure {
  const kind = kindOf(name) as DocumentKind;
  const bytes = weightAfter(TOGGLES, kind, toggle);
  return {
    name: `${what} after 10,000 toggles of 40 boxes on two devices`,
    value: bytes,
    unit: 'B',
    reference: 'each box once on each device',
    ratio: bytes / weightAfter(2 * BOXES, kind, toggle),
  };
}

function weightAfter(count: number, kind: DocumentKind, toggle: Toggle): number {
  const devices = [openDocument(kind), openDocument(kind)] as const;
  for (let n = 0; n < count; n++) {
    const device = n % 2;
    toggle(devices[device]!, `device-${device}`, `box_${(n * 7 + Math.floor(n / BOXES)) % BOXES}`, n % 3 === 0);
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
