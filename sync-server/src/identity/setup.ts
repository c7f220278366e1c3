import { rmSync, writeFileSync } from 'node:fs';
import { addMs, isAfter, isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { accessRefusals } from '../http/index.ts';
import { audit } from './audit.ts';
import { addWorkspace } from './workspaces.ts';
import type { Passwords } from './passwords.ts';
import { identityRefusals } from './refusals.ts';
import type { Registry } from './registry.ts';
import { hashOfSecret, newSecret } from './secret.ts';
import { addUser, hasUsers, type User } from './users.ts';

const GOOD_FOR_MINUTES = 15;
const FIRST_WORKSPACE = 'main';

export interface SetupParts {
  readonly registry: Registry;
  readonly passwords: Passwords;
  /** Only who can read the data folder can claim the server. */
  readonly tokenPath: string;
  readonly workspaceIds: () => readonly string[];
}

export interface Claim {
  readonly token: string;
  readonly name: string;
  readonly password: string;
}

/** How a new server gets its first owner. */
export interface Setup {
  /** Absent where the server belongs to somebody. */
  readonly token: string | undefined;
  isClaimed(): boolean;
  /** Makes the first user, who owns every book there is. */
  claim(claim: Claim, address: string): Promise<User | Refusal>;
}

export function openSetup({ registry, passwords, tokenPath, workspaceIds }: SetupParts): Setup {
  rmSync(tokenPath, { force: true });
  const token = hasUsers(registry) ? undefined : newSecret();
  const expiresAt = addMs(registry.now(), GOOD_FOR_MINUTES * 60_000);
  if (token !== undefined) writeFileSync(tokenPath, `${token}\n`, { mode: 0o600, flag: 'wx' });

  function judge(given: string): Refusal | undefined {
    if (hasUsers(registry)) return accessRefusals.already_claimed();
    // Hashes are compared, so that how long it takes says nothing about the token.
    const isRight = token !== undefined && hashOfSecret(given) === hashOfSecret(token) && isAfter(expiresAt, registry.now());
    return isRight ? undefined : identityRefusals.setup_token_wrong({ minutes: GOOD_FOR_MINUTES });
  }

  async function claim({ token: given, name, password }: Claim, address: string): Promise<User | Refusal> {
    const refusal = judge(given);
    if (refusal) return refusal;
    const passwordHash = await passwords.hash(password);
    if (isRefusal(passwordHash)) return passwordHash;
    return registry.sql.transaction(() => {
      // Others may have claimed it while the password was hashed.
      if (hasUsers(registry)) return accessRefusals.already_claimed();
      const user = addUser(registry, name, passwordHash);
      for (const id of new Set([FIRST_WORKSPACE, ...workspaceIds()])) addWorkspace(registry, id, user.id);
      audit(registry, { type: 'server_claimed', user_id: user.id, address });
      rmSync(tokenPath, { force: true });
      return user;
    });
  }

  return { token, isClaimed: () => hasUsers(registry), claim };
}
