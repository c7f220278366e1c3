export interface Allowance {
  /** Whether one more is allowed now. */
  spend(): boolean;
}

/** So many at once, and after that so many a second. */
export function openAllowance(most: number, perSecond: number, elapsedMs: () => number): Allowance {
  let left = most;
  let countedMs = elapsedMs();
  return {
    spend() {
      const nowMs = elapsedMs();
      left = Math.min(most, left + ((nowMs - countedMs) / 1000) * perSecond);
      countedMs = nowMs;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
