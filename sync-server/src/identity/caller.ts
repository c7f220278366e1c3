import type { Principal, Role } from '../http/index.ts';

/** Somebody as the registry knows them at this moment, and their place in the workspace they mean, if they have one there. */
export interface Caller {
  readonly principal: Principal;
  readonly place: Place | undefined;
}

export interface Place {
  readonly workspaceId: string;
  readonly role: Role;
}
