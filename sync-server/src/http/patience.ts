import type { Refusal } from '@taffrail/domain/kernel';
import { httpRefusals } from './refusals.ts';

/** How much of a body has to come in how long: less, and it is given up. */
export interface Patience {
  readonly windowMs: number;
  readonly windowBytes: number;
}

/** Reads a body for as long as it keeps coming. `read` tells of what has arrived. */
export async function withPatience<T>(
  { windowMs, windowBytes }: Patience,
  read: (arrived: (bytes: number) => void) => Promise<T>,
): Promise<T | Refusal> {
  const { promise: givenUp, resolve: giveUp } = Promise.withResolvers<Refusal>();
  let inThisWindow = 0;
  const look = setInterval(() => {
    if (inThisWindow < windowBytes) giveUp(httpRefusals.request_too_slow());
    inThisWindow = 0;
  }, windowMs);
  try {
    return await Promise.race([
      read((bytes) => {
        inThisWindow += bytes;
      }),
      givenUp,
    ]);
  } finally {
    clearInterval(look);
  }
}
