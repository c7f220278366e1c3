import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { syncLimits } from '../limits.ts';

/** Somebody in a document, as the awareness protocol tells it. `null` says that they have left. */
export interface Presence {
  readonly client: number;
  /** Counts what they said; the higher one is true. */
  readonly clock: number;
  /** JSON, shown to the others as it is. */
  readonly state: string;
}

export const LEFT = 'null';

/** Undefined where it is not what it should be: what one sends, every other device in the document has to parse. */
export function readPresence(bytes: Uint8Array): Presence[] | undefined {
  const decoder = decoding.createDecoder(bytes);
  const present: Presence[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const client = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    const state = decoding.readVarString(decoder);
    if (!isState(state)) return undefined;
    present.push({ client, clock, state });
  }
  return decoding.hasContent(decoder) ? undefined : present;
}

function isState(text: string): boolean {
  if (text.length > syncLimits.presenceBytes) return false;
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

export function writePresence(present: readonly Presence[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, present.length);
    for (const { client, clock, state } of present) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, state);
    }
  });
}
