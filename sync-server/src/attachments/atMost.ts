/** Runs so many at once; the others wait for their turn, in the order in which they came. */
export function atMost(limit: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;

  return async (work) => {
    if (running < limit) running += 1;
    else await new Promise<void>((begin) => waiting.push(begin));
    try {
      return await work();
    } finally {
      // Whoever is next takes this place as it is, so nobody who has just come gets in between.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
