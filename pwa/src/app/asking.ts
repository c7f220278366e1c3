import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { useState } from 'preact/hooks';

/** One thing asked of the server at a time, and what it said no with. */
export function useAsking() {
  const [refusal, setRefusal] = useState<Refusal>();
  const [isBusy, setBusy] = useState(false);

  /** Gives the answer back, or nothing where it was a no. */
  async function ask<T>(request: () => Promise<T | Refusal>): Promise<{ readonly answer: T } | undefined> {
    if (isBusy) return undefined;
    setBusy(true);
    setRefusal(undefined);
    try {
      const answer = await request();
      if (!isRefusal(answer)) return { answer };
      setRefusal(answer);
      return undefined;
    } finally {
      setBusy(false);
    }
  }

  return { ask, refusal, isBusy };
}
