import type { News } from '../copy/copy.ts';
import type { LineState } from '../line/lineState.ts';
import type { Scope } from '../line/serverLine.ts';
import type { Channel } from '../surroundings.ts';

/** What the tabs of one book tell each other. */
export type Message =
  | { readonly kind: 'news'; readonly news: News }
  | { readonly kind: 'line'; readonly line: LineState }
  | { readonly kind: 'clock'; readonly offset_ms: number }
  | { readonly kind: 'scope'; readonly scope: Scope }
  /** A tab that has just opened; whoever holds the line says how it stands. */
  | { readonly kind: 'how_is_the_line' }
  /** The trader wants it tried now. */
  | { readonly kind: 'try_now' };

export interface Newsroom {
  /** In this tab and to all others. */
  tell(message: Message): void;
  hear<Kind extends Message['kind']>(kind: Kind, listener: (message: Extract<Message, { kind: Kind }>) => void): () => void;
  close(): void;
}

export function openNewsroom(channel: Channel): Newsroom {
  const listeners = new Map<string, Set<(message: never) => void>>();

  function deliver(message: Message): void {
    for (const listener of listeners.get(message.kind) ?? []) (listener as (message: Message) => void)(message);
  }

  channel.onMessage((message) => deliver(message as Message));

  return {
    tell(message) {
      deliver(message);
      channel.say(message);
    },
    hear(kind, listener) {
      const heard = listeners.get(kind) ?? new Set();
      listeners.set(kind, heard.add(listener));
      return () => heard.delete(listener);
    },
    close: () => channel.close(),
  };
}
