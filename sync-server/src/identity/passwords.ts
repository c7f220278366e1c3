import { hash, verify } from '@node-rs/argon2';
import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { accessRefusals } from '../http/index.ts';
import { newSecret } from './secret.ts';

/** What OWASP recommends for argon2id; the package's own algorithm is that one. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Each takes 19 MB and a core: more at once would take them from everybody else. */
const AT_ONCE = 2;
const MOST_WAITING = 32;
const RETRY_AFTER_SECONDS = 2;

export interface Passwords {
  hash(password: string): Promise<string | Refusal>;
  /** Takes as long without a hash to check against, so that nobody can tell whether there is one. */
  isRight(password: string, kept: string | undefined): Promise<boolean | Refusal>;
}

export function openPasswords(): Passwords {
  const waiting: (() => void)[] = [];
  let running = 0;
  let nobodys: Promise<string> | undefined;

  async function inTurn<T>(work: () => Promise<T>): Promise<T | Refusal> {
    if (waiting.length >= MOST_WAITING) return accessRefusals.passwords_busy({ retry_after_seconds: RETRY_AFTER_SECONDS });
    // Whoever is done hands its place on, so that nobody slips in between.
    if (running >= AT_ONCE) await new Promise<void>((resolve) => void waiting.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  }

  return {
    hash: (password) => inTurn(() => hash(password, COST)),
    async isRight(password, kept) {
      nobodys ??= hash(newSecret(), COST);
      // Waited for by everybody: the first one would otherwise show by its time which of the two it was.
      const nobody = await nobodys;
      const matches = await inTurn(() => verify(kept ?? nobody, password));
      return isRefusal(matches) ? matches : matches && kept !== undefined;
    },
  };
}
