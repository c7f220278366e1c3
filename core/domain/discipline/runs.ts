export interface TooLong<T> {
  readonly longest: number;
  /** All that stand in any stretch that is too long. */
  readonly items: readonly T[];
}

export function tooLong<T>(list: readonly T[], isSo: (item: T) => boolean, most: number): TooLong<T> | undefined {
  const long = runsOf(list, isSo).filter((run) => run.length > most);
  return long.length === 0 ? undefined : { longest: Math.max(...long.map((run) => run.length)), items: long.flat() };
}

/** The stretches of a list in which everything is so, one after another. */
function runsOf<T>(list: readonly T[], isSo: (item: T) => boolean): readonly (readonly T[])[] {
  const runs: T[][] = [];
  let run: T[] | undefined;
  for (const item of list) {
    if (!isSo(item)) run = undefined;
    else if (run) run.push(item);
    else runs.push((run = [item]));
  }
  return runs;
}

/** How many at the end of the list are so. */
export function lastRun<T>(list: readonly T[], isSo: (item: T) => boolean): readonly T[] {
  return list.slice(list.findLastIndex((item) => !isSo(item)) + 1);
}
