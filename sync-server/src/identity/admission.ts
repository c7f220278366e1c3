import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import {
  accessRefusals,
  shortOf,
  type Admission,
  type Gate,
  type Inside,
  type Knock,
  type Principal,
  type Role,
  type SignedIn,
  type Visitor,
  type Who,
} from '../http/index.ts';
import type { Workspace } from '../workspace/index.ts';
import type { Caller, Place } from './caller.ts';
import type { SessionCookie } from './cookie.ts';
import type { Registry } from './registry.ts';
import { hashOfSecret } from './secret.ts';
import { findSession, FRESH_MINUTES } from './sessions.ts';

export interface AdmissionParts {
  readonly registry: Registry;
  readonly cookie: SessionCookie;
  readonly findDevice: (tokenHash: string, address: string) => Caller | undefined;
  readonly openWorkspace: (id: string) => Workspace;
}

/** What a request shows to be let in. */
interface Shown {
  readonly by: Principal['by'];
  readonly tokenHash: string;
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

/** The gate of the server: who somebody is, which workspace they mean, and whether they may. */
export function admission(parts: AdmissionParts): Pick<Gate, 'admit' | 'admitAgain'> {
  return {
    admit({ header, address, workspaceNamed }, who) {
      const visitor: Visitor = { address, origin: header('origin') };
      const shown = shownBy(header, parts.cookie);
      const caller = shown && findCaller(parts, shown, address, workspaceNamed);
      const admitted =
        who === 'anyone' ? { ...visitor, ...(caller && { principal: caller.principal }) } : letIn(parts, visitor, caller, who);
      // Each rule yields what its kind of route may rely on; the matrix of all routes is the proof.
      return admitted as Refusal | Admission[typeof who];
    },
    admitAgain({ principal, workspaceId, address, origin }) {
      return letIn(parts, { address, origin }, findCaller(parts, principal, address, workspaceId), 'viewer') as Refusal | Inside;
    },
  };
}

/** A token is the caller's own word on who it is: one that is no good is not made up for by a cookie. */
function shownBy(header: Knock['header'], cookie: SessionCookie): Shown | undefined {
  const authorization = header('authorization');
  if (authorization !== undefined) {
    const [, token] = /^Bearer ([\w-]{1,100})$/i.exec(authorization) ?? [];
    return token === undefined ? undefined : { by: 'device', tokenHash: hashOfSecret(token) };
  }
  const token = cookie.read(header('cookie') ?? '');
  return token === undefined ? undefined : { by: 'session', tokenHash: hashOfSecret(token) };
}

/** The workspace that is named, or else the one a caller has belonged to the longest. A device stays in the one it was paired with. */
function findCaller(
  { registry, findDevice }: AdmissionParts,
  { by, tokenHash }: Shown,
  address: string,
  workspaceNamed: string | undefined,
): Caller | undefined {
  if (by === 'session') return findSession(registry, tokenHash, workspaceNamed);
  const caller = findDevice(tokenHash, address);
  const isElsewhere = workspaceNamed !== undefined && workspaceNamed !== caller?.place?.workspaceId;
  return caller && isElsewhere ? { ...caller, place: undefined } : caller;
}

function letIn(
  parts: AdmissionParts,
  visitor: Visitor,
  caller: Caller | undefined,
  who: Exclude<Who, 'anyone'>,
): SignedIn | Inside | Refusal {
  const { role, inPerson, fresh } = rules[who];
  if (!caller) return accessRefusals.sign_in_needed();
  const { principal, place } = caller;
  if (inPerson && principal.by !== 'session') return accessRefusals.session_needed();
  const signedIn: SignedIn = { ...visitor, principal };
  const inside = role && enter(parts, signedIn, place, role);
  if (isRefusal(inside)) return inside;
  if (fresh && !(principal.by === 'session' && principal.isFresh))
    return accessRefusals.re_authentication_needed({ minutes: FRESH_MINUTES });
  return inside ?? signedIn;
}

function enter({ openWorkspace }: AdmissionParts, signedIn: SignedIn, place: Place | undefined, needed: Role): Inside | Refusal {
  if (!place) return accessRefusals.no_such_workspace();
  const { principal } = signedIn;
  const refusal = shortOf({ role: place.role, principal }, needed);
  return refusal ?? { ...signedIn, ...place, workspace: openWorkspace(place.workspaceId), actor: actorOf(principal) };
}

const actorOf = (principal: Principal): string =>
  principal.by === 'session' ? principal.userId : `${principal.userId}/${principal.deviceId}`;
