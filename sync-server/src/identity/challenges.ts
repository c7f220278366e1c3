import { addMs, isAfter, type Id, type Instant } from '@taffrail/domain/kernel';

const GOOD_FOR_MS = 5 * 60_000;
/** Anybody may ask for one, so they cannot be kept without end. */
const MOST_KEPT = 10_000;

/** What a passkey must sign, each good once. In memory alone: after a restart whoever was about to sign begins again. */
export interface Challenges {
  keep(challenge: string, userId: Id | undefined): void;
  /** Whether it was given out to this person, or to nobody in particular, and not taken yet. */
  take(challenge: string, userId: Id | undefined): boolean;
}

export function openChallenges(now: () => Instant): Challenges {
  const kept = new Map<string, { readonly userId: Id | undefined; readonly expiresAt: Instant }>();

  return {
    keep(challenge, userId) {
      kept.set(challenge, { userId, expiresAt: addMs(now(), GOOD_FOR_MS) });
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    },
    take(challenge, userId) {
      const found = kept.get(challenge);
      kept.delete(challenge);
      return found !== undefined && found.userId === userId && isAfter(found.expiresAt, now());
    },
  };
}
