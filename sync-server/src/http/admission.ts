import type { Refusal } from '@taffrail/domain/kernel';
import type { Workspace } from '../workspace/index.ts';

/** Whoever sent a request, as far as it can be told. */
export interface Visitor {
  /** Where from, for the record and for limits. */
  readonly address: string;
  /** The site whose page asks, as the browser says; a script names none. */
  readonly origin: string | undefined;
  readonly principal?: Principal;
}

export interface SignedIn extends Visitor {
  readonly principal: Principal;
}

interface Shown {
  /** The hash of what they showed to be let in. */
  readonly tokenHash: string;
  /** When that is over by time alone, unless it is used again until then; Infinity where only somebody's word ends it. */
  readonly endsMs: number;
}

/** A person at a browser. */
export interface SessionPrincipal extends Shown {
  readonly by: 'session';
  readonly userId: string;
  readonly sessionId: string;
  /** They have shown again, minutes ago, that it is they. */
  readonly isFresh: boolean;
}

/** A person's device or script: tied to one workspace, with the scope it was given when it was paired. */
export interface DevicePrincipal extends Shown {
  readonly by: 'device';
  readonly userId: string;
  readonly deviceId: string;
  readonly workspaceId: string;
  readonly scope: Scope;
}

export type Scope = 'read' | 'write';

export type Principal = SessionPrincipal | DevicePrincipal;

/** A person's place in a workspace. */
export type Role = 'viewer' | 'member' | 'owner';

/** In a workspace, with the right to what the route does there. */
export interface Inside extends SignedIn {
  readonly workspaceId: string;
  readonly workspace: Workspace;
  readonly role: Role;
  /** Goes into the log with every fact this request causes. */
  readonly actor: string;
}

/**
 * Whom a route lets in, and what its door may rely on then. `signed-in` is a person or one of their devices; `session` a person
 * at a browser; `fresh` one who has just shown again that it is they. The roles mean a role in the workspace the request is
 * about: devices read and write, but what belongs to the owner asks for the owner in person.
 */
export interface Admission {
  readonly anyone: Visitor;
  readonly 'signed-in': SignedIn;
  readonly session: InPerson;
  readonly fresh: InPerson;
  readonly viewer: Inside;
  readonly member: Inside;
  readonly owner: Inside & InPerson;
  readonly 'fresh-owner': Inside & InPerson;
}

export interface InPerson extends SignedIn {
  readonly principal: SessionPrincipal;
}

export type Who = keyof Admission;

/** Those that say what a caller may do in a workspace. */
export type WhoInside = Role | 'fresh-owner';

/** As much of a request, or of an upgrade, as says who sends it. */
export interface Knock {
  readonly header: (name: string) => string | undefined;
  readonly address: string;
  /** The workspace it is about, where it says so. */
  readonly workspaceNamed: string | undefined;
}

/** Decides whether the caller may use a route. Asked before anything else of the request is looked at. */
export type Admit = <W extends Who>(knock: Knock, who: W) => Admission[W] | Refusal;

export interface Gate {
  readonly admit: Admit;
  /** Asks again about somebody who was let in a while ago: they may have other rights by now, or none. */
  readonly admitAgain: (before: Inside) => Inside | Refusal;
  /** Calls back when somebody who was let in has no right any more to be: it was taken from them, or its time is over. Returns how to stop listening. */
  readonly onRevoked: (inside: Inside, ended: () => void) => () => void;
  /** Whether requests come through a proxy on this machine, which says where they come from. */
  readonly isBehindProxy: boolean;
}
