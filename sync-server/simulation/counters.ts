/** What happened how often, so that a run that looks fine can be seen not to have been idle. */
export interface Counters {
  readonly counts: ReadonlyMap<string, number>;
  count(what: string, by?: number): void;
  addAll(others: Counters): void;
}

export function openCounters(): Counters {
  const counts = new Map<string, number>();
  const count = (what: string, by = 1): void => void counts.set(what, (counts.get(what) ?? 0) + by);
  return {
    counts,
    count,
    addAll(others) {
      for (const [what, by] of others.counts) count(what, by);
    },
  };
}
