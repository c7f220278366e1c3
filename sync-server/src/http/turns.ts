/**
 * Readers that catch up with a long log want page after page at once, and what deletes in thousands of places wants step after step.
 * They take turns, one for each round of the event loop, so that everybody else is answered in between however many of them there are.
 */
export interface Turns {
  next(): Promise<void>;
}

export function openTurns(): Turns {
  const waiting: (() => void)[] = [];

  function serve(): void {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(serve);
  }

  return {
    next: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        if (waiting.length === 1) setImmediate(serve);
      }),
  };
}
