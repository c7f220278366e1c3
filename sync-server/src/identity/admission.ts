import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import {
  accessRefusals,
  type Admission,
  type Admit,
  type DevicePrincipal,
  type Inside,
  type Principal,
  type SignedIn,
  type Who,
} from '../http/index.ts';
import type { Workspace } from '../workspace/index.ts';
import type { SessionCookie } from './cookie.ts';
import { roleIn, workspacesOf } from './members.ts';
import type { Registry } from './registry.ts';
import { FRESH_MINUTES, findSession } from './sessions.ts';
import type { Role } from './shapes.ts';

export interface AdmissionParts {
  readonly registry: Registry;
  readonly cookie: SessionCookie;
  readonly findDevice: (token: string, address: string) => DevicePrincipal | undefined;
  readonly openWorkspace: (id: string) => Workspace;
}

/** What each kind of route asks for beyond being signed in. */
const rules: { readonly [W in Exclude<Who, 'anyone'>]: { readonly role?: Role; readonly inPerson?: true; readonly fresh?: true } } = {
  'signed-in': {},
  session: { inPerson: true },
  fresh: { inPerson: true, fresh: true },
  viewer: { role: 'viewer' },
  member: { role: 'member' },
  owner: { role: 'owner', inPerson: true },
  'fresh-owner': { role: 'owner', inPerson: true, fresh: true },
};

const rank: { readonly [R in Role]: number } = { viewer: 0, member: 1, owner: 2 };

/** The gate of the server: who somebody is, which workspace they mean, and whether they may. */
export function admission(parts: AdmissionParts): Admit {
  return ({ request, address }, who) => {
    const principal = principalOf(parts, request, address);
    const admitted = who === 'anyone' ? { address, ...(principal && { principal }) } : letIn(parts, request, who, address, principal);
    // Each rule yields what its kind of route may rely on; the matrix of all routes is the proof.
    return admitted as Refusal | Admission[typeof who];
  };
}

/** A token is the caller's own word on who it is: one that is no good is not made up for by a cookie. */
function principalOf({ registry, cookie, findDevice }: AdmissionParts, request: Request, address: string): Principal | undefined {
  const authorization = request.headers.get('authorization');
  if (authorization !== null) {
    const [, token] = /^Bearer ([\w-]{1,100})$/i.exec(authorization) ?? [];
    return token === undefined ? undefined : findDevice(token, address);
  }
  const token = cookie.read(request);
  return token === undefined ? undefined : findSession(registry, token);
}

function letIn(
  parts: AdmissionParts,
  request: Request,
  who: Exclude<Who, 'anyone'>,
  address: string,
  principal: Principal | undefined,
): SignedIn | Inside | Refusal {
  const { role, inPerson, fresh } = rules[who];
  if (!principal) return accessRefusals.sign_in_needed();
  if (inPerson && principal.by !== 'session') return accessRefusals.session_needed();
  const inside = role && enter(parts, request, role, { address, principal });
  if (isRefusal(inside)) return inside;
  if (fresh && !(principal.by === 'session' && principal.isFresh))
    return accessRefusals.re_authentication_needed({ minutes: FRESH_MINUTES });
  return inside ?? { address, principal };
}

function enter({ registry, openWorkspace }: AdmissionParts, request: Request, needed: Role, signedIn: SignedIn): Inside | Refusal {
  const { principal } = signedIn;
  const workspaceId = workspaceMeant(registry, request, principal);
  const role = workspaceId === undefined ? undefined : roleIn(registry, workspaceId, principal.userId);
  if (workspaceId === undefined || role === undefined) return accessRefusals.no_such_workspace();
  if (rank[role] < rank[needed]) return accessRefusals.role_needed({ role, needed });
  if (principal.by === 'device' && principal.scope === 'read' && needed !== 'viewer') {
    return accessRefusals.scope_needed({ scope: principal.scope, needed: 'write' });
  }
  return { ...signedIn, workspaceId, workspace: openWorkspace(workspaceId), actor: actorOf(principal) };
}

/** The one the header names, or else the one a caller has belonged to the longest. A device stays in the one it was paired with. */
function workspaceMeant(registry: Registry, request: Request, principal: Principal): string | undefined {
  const named = request.headers.get('taffrail-workspace');
  if (principal.by === 'device') return named === null || named === principal.workspaceId ? principal.workspaceId : undefined;
  return named ?? workspacesOf(registry, principal.userId)[0]?.id;
}

const actorOf = (principal: Principal): string =>
  principal.by === 'session' ? principal.userId : `${principal.userId}/${principal.deviceId}`;
