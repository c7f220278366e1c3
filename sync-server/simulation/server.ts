import { renewLogId } from '../src/workspace/index.ts';
import type { Book } from './book.ts';
import type { Receive } from './network.ts';
import { startProcess, workspaceOf, type ProcessParts, type ServerProcess } from './serverProcess.ts';

/** An answer that takes longer than this many turns of the event loop, with nothing left to wait for, will never come. */
const MOST_TURNS = 1_000;

const CONNECTION_REFUSED = { status: 0, body: 'connection refused' };

export interface ServerParts extends Omit<ProcessParts, 'bookOf' | 'stirred' | 'ended'> {
  readonly books: ReadonlyMap<string, Book>;
}

/** The machine the server runs on: one process after another over the same books. */
export function openServer({ books, ...parts }: ServerParts) {
  const { world, random, fail } = parts;
  let running: ServerProcess | undefined;
  let isStirred = false;

  function stirred(): void {
    isStirred = true;
  }

  function start(): void {
    running = startProcess({ ...parts, bookOf, stirred, ended: crash });
    world.tell('server: started');
  }

  function crash(how: string): void {
    if (!running) return;
    world.tell(`server: ended ${how}`);
    running.kill();
    running = undefined;
    for (const { head } of books.values()) if (random.chance(0.5)) head.powerCut(random);
    world.after(random.between(50, 3_000), start);
  }

  /** The books come back from a backup that lacks nothing, and as every restored book does, under new names. */
  function restore(): void {
    crash('for a restore');
    for (const { sql } of books.values()) renewLogId(sql, world.newId());
  }

  const receive: Receive = (from, request, answer) => {
    if (!running) return answer(CONNECTION_REFUSED);
    const asked = running;
    stirred();
    void asked.answer(from, request).then((response) => {
      stirred();
      if (running !== asked) return;
      if (request.method === 'POST' && response.status === 200) bookOf(workspaceOf(from)).history.answered(request.body, response.body);
      answer(response);
    });
  };

  /** Lets everything run that needs no time to pass. */
  async function quiet(): Promise<void> {
    for (let turns = 0; isStirred; turns++) {
      isStirred = false;
      await new Promise((resolve) => void setImmediate(resolve));
      if (running?.isAtRest() === false) stirred();
      if (turns > MOST_TURNS) return fail('a request hangs: it neither waits for a commit nor is answered');
    }
  }

  function bookOf(id: string): Book {
    const book = books.get(id);
    if (!book) throw new Error(`there is no book ${id}`);
    return book;
  }

  return {
    start,
    crash,
    restore,
    receive,
    quiet,
    get isUp() {
      return running !== undefined;
    },
  };
}
