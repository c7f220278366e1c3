export interface Allowance {
  /** Whether so much more is allowed now. */
  spend(amount?: number): boolean;
  /** Nothing of it is spent any more. */
  isWhole(): boolean;
}

export interface AllowanceParts {
  readonly most: number;
  readonly perSecond: number;
  readonly elapsedMs: () => number;
}

/** So much at once, and after that so much a second. */
export function openAllowance({ most, perSecond, elapsedMs }: AllowanceParts): Allowance {
  let left = most;
  let countedMs = elapsedMs();

  function count(): void {
    const nowMs = elapsedMs();
    left = Math.min(most, left + ((nowMs - countedMs) / 1000) * perSecond);
    countedMs = nowMs;
  }

  return {
    spend(amount = 1) {
      count();
      if (left < amount) return false;
      left -= amount;
      return true;
    },
    isWhole() {
      count();
      return left === most;
    },
  };
}

/** One allowance for whatever somebody has open, and for what they open next. */
export interface SharedAllowances {
  of(userId: string): Allowance;
  forgetWhole(): void;
}

export function openSharedAllowances(parts: AllowanceParts): SharedAllowances {
  const byUser = new Map<string, Allowance>();
  return {
    of(userId) {
      const allowance = byUser.get(userId) ?? openAllowance(parts);
      byUser.set(userId, allowance);
      return allowance;
    },
    forgetWhole() {
      for (const [userId, allowance] of byUser) if (allowance.isWhole()) byUser.delete(userId);
    },
  };
}
