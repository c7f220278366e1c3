import type { OpenDocument } from './document.ts';
import { onRegisters, readRegisters, setRegisters, UNGROUPED } from './registers.ts';

/** Checkboxes: registers that say yes or no. */
const PART = 'ticks';
const place = { part: PART, group: UNGROUPED };

export function ticksOf(document: OpenDocument): ReadonlyMap<string, boolean> {
  return new Map([...readRegisters(document, place)].flatMap(([box, value]) => (typeof value === 'boolean' ? [[box, value]] : [])));
}

export const setTick = (document: OpenDocument, device: string, box: string, ticked: boolean): void =>
  setRegisters(document, device, place, { [box]: ticked });

/** Calls back when somebody ticks a box, here or elsewhere. Returns how to stop. */
export const onTicks = (document: OpenDocument, listener: () => void): (() => void) => onRegisters(document, PART, listener);
