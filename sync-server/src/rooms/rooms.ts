import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { kindOf, syncRefusals } from '@taffrail/sync';
import { openTurns } from '../http/index.ts';
import { documentBytes, type Workspace } from '../workspace/index.ts';
import { limits } from './limits.ts';
import { openRoom, type Room } from './room.ts';

/** All documents that anybody has open, book by book. */
export interface Rooms {
  /** The room of a document, opened where it is not; undefined while one that was given up still writes. */
  enter(workspace: Workspace, name: string): Room | Refusal | undefined;
  readonly open: number;
}

interface Book {
  readonly rooms: Map<string, Room>;
  bytes: number;
  readonly letGo: () => void;
}

export function openRooms(failed: (what: string, error: unknown) => void): Rooms {
  const books = new Map<Workspace, Book>();
  const turns = openTurns();

  function enter(workspace: Workspace, name: string): Room | Refusal | undefined {
    const kind = kindOf(name);
    if (!kind) return syncRefusals.no_such_document();
    const book = books.get(workspace) ?? openBook(workspace);
    const open = book.rooms.get(name);
    if (open) return open.isGivenUp ? undefined : open;
    try {
      const room = openRoom({
        workspace,
        name,
        kind,
        bytesLeft: () => limits.bookBytes - book.bytes,
        grown: (bytes) => void (book.bytes += bytes),
        turns,
        failed,
        closed() {
          book.rooms.delete(name);
          closeIfEmpty(workspace, book);
        },
      });
      book.rooms.set(name, room);
      return room;
    } catch (error) {
      closeIfEmpty(workspace, book);
      throw error;
    }
  }

  function openBook(workspace: Workspace): Book {
    const rooms = new Map<string, Room>();
    const letGo = workspace.stayOpen(() => {
      for (const room of rooms.values()) room.giveUp();
    });
    const book = { rooms, bytes: workspace.read(documentBytes), letGo };
    books.set(workspace, book);
    return book;
  }

  function closeIfEmpty(workspace: Workspace, book: Book): void {
    if (book.rooms.size > 0) return;
    book.letGo();
    books.delete(workspace);
  }

  return {
    enter,
    get open() {
      return [...books.values()].reduce((count, { rooms }) => count + rooms.size, 0);
    },
  };
}

export interface Caught {
  readonly update: Uint8Array;
  readonly stateVector: Uint8Array;
}

/** What a device without a socket does: brings its writing, and takes what it lacks. Resolves once what it brought is stored. */
export async function catchUp(room: Room, stateVector: Uint8Array, update: Uint8Array | undefined): Promise<Caught | Refusal> {
  try {
    const refused = update && (await room.take(update));
    if (refused) return refused;
    const missing = room.since(stateVector);
    return isRefusal(missing) ? missing : { update: missing, stateVector: room.stateVector() };
  } finally {
    room.closeIfEmpty();
  }
}
