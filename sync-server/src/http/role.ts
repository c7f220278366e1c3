import type { Refusal } from '@taffrail/domain/kernel';
import { accessRefusals } from './accessRefusals.ts';
import type { Inside, Role, Scope } from './admission.ts';

const rank: { readonly [R in Role]: number } = { viewer: 0, member: 1, owner: 2 };

/** Why somebody may not do what takes this role; undefined where they may. A device that was paired to read never does more than that. */
export function shortOf({ role, principal }: Pick<Inside, 'role' | 'principal'>, needed: Role): Refusal | undefined {
  if (rank[role] < rank[needed]) return accessRefusals.role_needed({ role, needed });
  if (principal.by === 'device' && principal.scope === 'read' && needed !== 'viewer') {
    return accessRefusals.scope_needed({ scope: principal.scope, needed: 'write' });
  }
  return undefined;
}

/** What they may do with the book. */
export const scopeOf = (inside: Pick<Inside, 'role' | 'principal'>): Scope => (shortOf(inside, 'member') === undefined ? 'write' : 'read');
