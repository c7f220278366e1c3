import { z } from 'zod';
import type { Clock, Locks } from '../surroundings.ts';

/** What lets a paired device in, as the server hands it out. */
export const tokensSchema = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  expires_in: z.number(),
});

export type Tokens = z.infer<typeof tokensSchema>;

export interface KeptTokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly good_until_ms: number;
}

export interface TokenShelf {
  read(): Promise<KeptTokens | undefined>;
  write(tokens: KeptTokens): Promise<void>;
}

/** How a paired device says who it is; a browser in which somebody signed in has a cookie instead, and no bearer. */
export interface Bearer {
  /** Undefined where the device was not paired. `refused` is one the server did not take: another is fetched then. */
  token(signal: AbortSignal, refused?: string): Promise<string | undefined>;
}

export interface BearerOptions {
  /** Of the tokens: a refresh token is good once, so only one tab at a time exchanges it. */
  readonly name: string;
  readonly origin: string;
  readonly shelf: TokenShelf;
  readonly locks: Locks;
  readonly clock: Clock;
}

/** Exchanged a little before they are over, so that none ends on its way. */
const MARGIN_MS = 30_000;

export function keptTokens({ access_token, refresh_token, expires_in }: Tokens, clock: Clock): KeptTokens {
  return { access_token, refresh_token, good_until_ms: clock.nowMs() + expires_in * 1000 - MARGIN_MS };
}

export function openBearer({ name, origin, shelf, locks, clock }: BearerOptions): Bearer {
  async function exchange(old: KeptTokens, signal: AbortSignal): Promise<void> {
    // Another tab may have done so while this one waited for its turn.
    if ((await shelf.read())?.refresh_token !== old.refresh_token) return;
    const response = await fetch(`${origin}/api/identity/device-tokens/refresh`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refresh_token: old.refresh_token }),
      credentials: 'omit',
      signal,
    });
    if (response.ok) await shelf.write(keptTokens(tokensSchema.parse(await response.json()), clock));
  }

  return {
    async token(signal, refused) {
      const kept = await shelf.read();
      if (kept === undefined) return undefined;
      if (kept.access_token !== refused && clock.nowMs() < kept.good_until_ms) return kept.access_token;
      await locks.hold(`taffrail-tokens-${name}`, signal, () => exchange(kept, signal));
      return (await shelf.read())?.access_token;
    },
  };
}
