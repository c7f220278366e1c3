export interface Readers {
  /** Reads that follow each other: what was asked first has been shown when the next begins. */
  inTurn(): (read: () => Promise<void>) => Promise<void>;
  /** Everything asked so far has been shown; nothing more is read. */
  close(): Promise<void>;
}

/** Everybody who reads by themselves when something changed, so that a book is closed when none of them is still reading. */
export function openReaders(): Readers {
  const running = new Set<Promise<void>>();
  let closed = false;

  function inTurn(): (read: () => Promise<void>) => Promise<void> {
    let last = Promise.resolve();
    return (read) => {
      const next = last.then(() => (closed ? undefined : read()));
      // A read that failed is told to whoever asked for it, and does not keep the next from being tried.
      last = next.catch(() => {});
      const own = last;
      running.add(own);
      void own.then(() => running.delete(own));
      return next;
    };
  }

  return {
    inTurn,
    async close() {
      closed = true;
      await Promise.all(running);
    },
  };
}
