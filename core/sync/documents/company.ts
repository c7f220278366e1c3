import { applyAwarenessUpdate, Awareness } from 'y-protocols/awareness';
import type { OpenDocument } from './document.ts';
import { LEFT, writePresence, type Presence } from './presence.ts';

/** Who else is in a document, as editors for Yjs show it: with cursors. */
export interface Company {
  /** For the editor, which puts the cursor into it. */
  readonly awareness: Awareness;
  /** What this device shows of itself. */
  own(): Presence;
  /** What the others show, by what they are called here. */
  others(): ReadonlyMap<number, unknown>;
  hear(present: readonly Presence[]): void;
  /** The connection is gone, and with it the others. */
  forgetOthers(): void;
  /** Calls back when this device has something new to show. */
  onOwn(listener: () => void): () => void;
  onOthers(listener: () => void): () => void;
  close(): void;
}

const HEARD = Symbol('heard');

export function openCompany({ content }: OpenDocument): Company {
  const awareness = new Awareness(content);
  const own = awareness.clientID;

  function others(): ReadonlyMap<number, unknown> {
    return new Map([...awareness.getStates()].filter(([client]) => client !== own));
  }

  function forgetOthers(): void {
    hear([...others().keys()].map((client) => ({ client, clock: (awareness.meta.get(client)?.clock ?? 0) + 1, state: LEFT })));
    // Whoever comes back says the same as before, which counts for nothing against what is remembered.
    for (const client of awareness.meta.keys()) if (client !== own) awareness.meta.delete(client);
  }

  const hear = (present: readonly Presence[]): void => applyAwarenessUpdate(awareness, writePresence(present), HEARD);

  function on(event: 'update' | 'change', listener: () => void, isOwn: boolean): () => void {
    const tell = (_: unknown, origin: unknown): void => {
      if ((origin === 'local') === isOwn) listener();
    };
    awareness.on(event, tell);
    return () => awareness.off(event, tell);
  }

  return {
    awareness,
    own: () => ({ client: own, clock: awareness.meta.get(own)?.clock ?? 0, state: JSON.stringify(awareness.getLocalState()) }),
    others,
    hear,
    forgetOthers,
    onOwn: (listener) => on('update', listener, true),
    onOthers: (listener) => on('change', listener, false),
    close: () => awareness.destroy(),
  };
}
