import type { Attempts } from './attempts.ts';
import type { SessionCookie } from './cookie.ts';
import type { Passkeys } from './passkeys.ts';
import type { Passwords } from './passwords.ts';
import type { Registry } from './registry.ts';
import type { Revocations } from './revocations.ts';
import type { Setup } from './setup.ts';

/** The books themselves, as far as identity has to do with them. */
export interface Shelf {
  /** Of all the books there are, whether or not anybody owns them. */
  workspaceIds(): readonly string[];
  /** Closes a book and removes all its files. */
  remove(id: string): Promise<void>;
}

/** What the routes of identity work with. */
export interface Tools {
  readonly registry: Registry;
  readonly passwords: Passwords;
  readonly attempts: Attempts;
  readonly passkeys: Passkeys;
  readonly cookie: SessionCookie;
  readonly revocations: Revocations;
  readonly setup: Setup;
  readonly shelf: Shelf;
  /** Where people reach the server; links begin with it. */
  readonly origin: () => string;
}
