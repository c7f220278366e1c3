import type * as Y from 'yjs';
import { z } from 'zod';
import type { OpenDocument } from './document.ts';

/**
 * Checkboxes, toggled all day long. Each device keeps one entry that holds all it ever ticked, each with a number higher
 * than every one it had seen; the highest number wins. An entry replaced leaves next to nothing behind, so the size
 * depends on devices and boxes, not on toggles: ARCHITECTURE.md has the figures.
 */
const entrySchema = z.record(z.string(), z.tuple([z.boolean(), z.int().min(0)]));

const PART = 'ticks';

export function ticksOf({ content }: OpenDocument): ReadonlyMap<string, boolean> {
  return new Map([...latest(content.getMap(PART))].map(([box, { ticked }]) => [box, ticked]));
}

export function setTick({ content }: OpenDocument, device: string, box: string, ticked: boolean): void {
  const map = content.getMap(PART);
  const turn = (latest(map).get(box)?.turn ?? 0) + 1;
  map.set(device, { ...entryOf(map.get(device)), [box]: [ticked, turn] });
}

/** Calls back when somebody ticks a box, here or elsewhere. Returns how to stop. */
export function onTicks({ content }: OpenDocument, listener: () => void): () => void {
  const map = content.getMap(PART);
  map.observe(listener);
  return () => map.unobserve(listener);
}

interface Tick {
  readonly ticked: boolean;
  readonly turn: number;
}

/** In the order of devices, so that of two that toggled at once the same one wins everywhere. */
function latest(map: Y.Map<unknown>): Map<string, Tick> {
  const ticks = new Map<string, Tick>();
  for (const device of [...map.keys()].toSorted()) {
    for (const [box, [ticked, turn]] of Object.entries(entryOf(map.get(device)))) {
      if (turn > (ticks.get(box)?.turn ?? 0)) ticks.set(box, { ticked, turn });
    }
  }
  return ticks;
}

/** Anybody who may write can write anything here; what is no entry counts as an empty one. */
function entryOf(value: unknown): z.infer<typeof entrySchema> {
  const parsed = entrySchema.safeParse(value);
  return parsed.success ? parsed.data : {};
}
