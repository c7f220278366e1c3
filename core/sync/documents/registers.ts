import type * as Y from 'yjs';
import { z } from 'zod';
import type { OpenDocument } from './document.ts';

/**
 * Fields of a form, and boxes that are ticked all day long. Each device keeps an entry that holds all it ever said, each with a
 * number higher than every one it had seen; the highest number wins. An entry replaced leaves next to nothing behind, so the
 * size depends on devices and fields, not on changes: ARCHITECTURE.md has the figures. What is said anew letter by letter, and
 * would repeat everything else in its entry, has a group of its own.
 */
const valueSchema = z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(z.string())]);

/** As far as turns are counted. Nobody gets there by writing; whoever claims to must not make others lose what they said. */
const LAST_TURN = 2 ** 40;
const entrySchema = z.record(z.string(), z.tuple([valueSchema, z.int().min(0).max(LAST_TURN)]));

export type RegisterValue = z.infer<typeof valueSchema>;

/** What was said of one group, by name. */
export type Registers = ReadonlyMap<string, RegisterValue>;

/** What belongs to no group. */
export const UNGROUPED = '';

/** Which registers are meant: the part of the document they are in, and their group there. */
export interface RegisterPlace {
  readonly part: string;
  /** Without a space. */
  readonly group: string;
}

export function readRegisters(document: OpenDocument, { part, group }: RegisterPlace): Registers {
  return valuesOf(latest(mapOf(document, part), group).get(group));
}

/** All groups of a part at once. */
export function readGroups(document: OpenDocument, part: string): ReadonlyMap<string, Registers> {
  return new Map([...latest(mapOf(document, part))].map(([group, registers]) => [group, valuesOf(registers)]));
}

export function setRegisters(
  document: OpenDocument,
  device: string,
  { part, group }: RegisterPlace,
  values: { readonly [name: string]: RegisterValue },
): void {
  const map = mapOf(document, part);
  const known = latest(map, group).get(group);
  const said = Object.entries(values).map(([name, value]) => [name, [value, Math.min((known?.get(name)?.turn ?? 0) + 1, LAST_TURN)]]);
  const key = keyOf(group, device);
  map.set(key, { ...entryOf(map.get(key)), ...Object.fromEntries(said) });
}

/** Calls back when somebody changes a register of this part, here or elsewhere. Returns how to stop. */
export function onRegisters(document: OpenDocument, part: string, listener: () => void): () => void {
  const map = mapOf(document, part);
  map.observe(listener);
  return () => map.unobserve(listener);
}

const mapOf = ({ content }: OpenDocument, part: string): Y.Map<unknown> => content.getMap(part);

const keyOf = (group: string, device: string): string => (group === UNGROUPED ? device : `${group} ${device}`);

function groupOf(key: string): string {
  const end = key.indexOf(' ');
  return end === -1 ? UNGROUPED : key.slice(0, end);
}

interface Said {
  readonly value: RegisterValue;
  readonly turn: number;
}

type Group = Map<string, Said>;

/** In the order of devices, so that of two that spoke at once the same one wins everywhere. */
function latest(map: Y.Map<unknown>, only?: string): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const key of [...map.keys()].toSorted()) {
    const group = groupOf(key);
    if (only !== undefined && group !== only) continue;
    const registers = groups.get(group) ?? new Map<string, Said>();
    groups.set(group, registers);
    for (const [name, [value, turn]] of Object.entries(entryOf(map.get(key)))) {
      if (turn > (registers.get(name)?.turn ?? 0)) registers.set(name, { value, turn });
    }
  }
  return groups;
}

const valuesOf = (group: Group = new Map()): Registers => new Map([...group].map(([name, { value }]) => [name, value]));

/** Anybody who may write can write anything here; what is no entry counts as an empty one. */
function entryOf(value: unknown): z.infer<typeof entrySchema> {
  const parsed = entrySchema.safeParse(value);
  return parsed.success ? parsed.data : {};
}
