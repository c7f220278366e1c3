import { StorageFault, type Head, type HeadWitness, type Sql } from '../src/workspace/index.ts';
import type { Random } from './random.ts';

/** What befalls one transaction, and after how many of its statements; where it has fewer, when it commits. */
export interface Trouble {
  readonly kind: 'busy' | 'full' | 'broken' | 'crash' | 'crash after commit';
  readonly afterStatements: number;
}

/** Ends a process at this very statement: whatever runs on behind it must not touch the book any more. */
export class ProcessEnded extends Error {
  override readonly name = 'ProcessEnded';
}

/** Deals out trouble: to each transaction, and to each reading that is on its own. */
export interface Dealer {
  transaction(): Trouble | undefined;
  breaksOnRead(): boolean;
}

export interface Disk {
  readonly sql: Sql;
  /** From now on every statement fails with this. */
  shut(error: Error): void;
}

/** The storage of one process: honest but for the trouble that each of its transactions is dealt. */
export function openDisk(sql: Sql, dealer: Dealer, processEnds: (how: string) => void): Disk {
  let gone: Error | undefined;
  let open: { trouble: Trouble | undefined; statements: number } | undefined;

  function transaction<T>(work: () => T): T {
    if (gone) throw gone;
    if (open) return sql.transaction(work);
    const trouble = dealer.transaction();
    if (trouble?.kind === 'busy') throw new StorageFault('busy', 'the simulated disk is busy');
    const result = outermost(trouble, work);
    if (trouble?.kind === 'crash after commit') end('after a commit, before its answer');
    return result;
  }

  function outermost<T>(trouble: Trouble | undefined, work: () => T): T {
    try {
      return sql.transaction(() => {
        open = { trouble, statements: 0 };
        const result = work();
        if (gone) throw gone;
        strike(trouble);
        return result;
      });
    } finally {
      open = undefined;
    }
  }

  function guarded<T>(statement: () => T): T {
    if (gone) throw gone;
    if (open?.trouble && open.statements++ === open.trouble.afterStatements) strike(open.trouble);
    return statement();
  }

  function strike(trouble: Trouble | undefined): void {
    if (trouble?.kind === 'full') throw new StorageFault('full', 'the simulated disk is full');
    if (trouble?.kind === 'crash') end('in a transaction');
    if (trouble?.kind === 'broken') breakDown();
  }

  function breakDown(): never {
    gone = new StorageFault('broken', 'the simulated disk is broken');
    throw gone;
  }

  function end(how: string): never {
    gone = new ProcessEnded(how);
    processEnds(how);
    throw gone;
  }

  return {
    sql: {
      all: (text, ...params) => {
        if (!open && !gone && dealer.breaksOnRead()) breakDown();
        return guarded(() => sql.all(text, ...params));
      },
      run: (text, ...params) => guarded(() => sql.run(text, ...params)),
      exec: (texts) => guarded(() => sql.exec(texts)),
      transaction,
    },
    shut(error) {
      gone = error;
    },
  };
}

/** A head that is written but not forced to disk: a power cut may bring back any earlier one. */
export interface UnsyncedHead extends HeadWitness {
  powerCut(random: Random): void;
}

export function openUnsyncedHead(): UnsyncedHead {
  const written: Head[] = [];
  return {
    read: () => written.at(-1),
    write: (head) => void written.push(head),
    powerCut: (random) => void written.splice(random.between(Math.min(1, written.length), written.length)),
  };
}
