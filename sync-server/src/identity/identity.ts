import type { Gate, Route } from '../http/index.ts';
import type { Clock, Sql, Workspace } from '../workspace/index.ts';
import { admission } from './admission.ts';
import type { Recorded } from './auditEntry.ts';
import { openAttempts } from './attempts.ts';
import { sessionCookie } from './cookie.ts';
import { openDevices } from './devices/index.ts';
import { openPasskeys } from './passkeys.ts';
import { openPasswords } from './passwords.ts';
import { peopleOf, type People } from './people.ts';
import type { Proofs } from './proof.ts';
import { openRegistry } from './registry.ts';
import { openRevocations } from './revocations.ts';
import { auditRoutes } from './routes/audit.ts';
import { authenticatorRoutes } from './routes/authenticator.ts';
import { exportRoutes } from './routes/export.ts';
import { importRoutes } from './routes/import.ts';
import { invitationRoutes } from './routes/invitations.ts';
import { letInRoutes } from './routes/letIn.ts';
import { memberRoutes } from './routes/members.ts';
import { passkeyRoutes } from './routes/passkeys.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { setupRoutes } from './routes/setup.ts';
import { signInRoutes } from './routes/signIn.ts';
import { workspaceRoutes } from './routes/workspaces.ts';
import { openSetup } from './setup.ts';
import { openShareCodes, type ShareCodes } from './shareCodes.ts';
import type { Shelf, Tools } from './tools.ts';
import type { VaultOf } from './vaultOf.ts';

export interface IdentityParts {
  readonly sql: Sql;
  readonly clock: Clock;
  readonly vaultOf: VaultOf;
  readonly shelf: Shelf;
  readonly openWorkspace: (id: string) => Workspace;
  readonly setupTokenPath: string;
  /** Where people reach the server. */
  readonly origin: () => string;
  readonly isOverTls: boolean;
  readonly recorded: Recorded;
}

export interface Identity extends Omit<Gate, 'isBehindProxy'> {
  readonly routes: readonly Route[];
  /** Cuts off whoever's time is over. To be called every few seconds. */
  readonly endOverdue: () => void;
  readonly people: People;
  /** For doors elsewhere that take a password. */
  readonly proofs: Proofs;
  /** What books pass on to each other. */
  readonly shareCodes: ShareCodes;
  /** What claims the server; absent once somebody has. */
  readonly setupToken: string | undefined;
}

const routesOver = [
  setupRoutes,
  signInRoutes,
  sessionRoutes,
  letInRoutes,
  authenticatorRoutes,
  passkeyRoutes,
  memberRoutes,
  invitationRoutes,
  workspaceRoutes,
  exportRoutes,
  importRoutes,
  auditRoutes,
];

/** Who people are, what is theirs, and how they are let in. */
export function openIdentity({
  sql,
  clock,
  vaultOf,
  shelf,
  openWorkspace,
  setupTokenPath,
  origin,
  isOverTls,
  recorded,
}: IdentityParts): Identity {
  const registry = openRegistry(sql, clock, vaultOf, recorded);
  const passwords = openPasswords();
  const revocations = openRevocations(registry);
  const cookie = sessionCookie(isOverTls);
  const setup = openSetup({ registry, passwords, tokenPath: setupTokenPath, workspaceIds: () => shelf.workspaceIds() });
  const devices = openDevices({ registry, revocations, origin });
  const passkeys = openPasskeys(registry, origin);
  const tools: Tools = { registry, passwords, attempts: openAttempts(registry.now), cookie, revocations, setup, shelf, origin, passkeys };
  return {
    routes: [...routesOver.flatMap((routes) => routes(tools)), ...devices.routes],
    ...admission({ registry, cookie, findDevice: (tokenHash, address) => devices.find(tokenHash, address), openWorkspace }),
    onRevoked: ({ principal, workspaceId }, ended) => revocations.onRevoked(principal, workspaceId, ended),
    endOverdue: () => revocations.endOverdue(),
    people: peopleOf(registry),
    proofs: tools,
    shareCodes: openShareCodes(tools),
    setupToken: setup.token,
  };
}
