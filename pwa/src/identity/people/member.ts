import type { Me } from '../../app/index.ts';

export type Role = Me['workspaces'][number]['role'];

export interface Member {
  readonly user_id: string;
  readonly name: string;
  readonly role: Role;
  readonly since: string;
}
