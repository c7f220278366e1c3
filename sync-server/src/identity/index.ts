export type { AuditEntry } from './auditEntry.ts';
export { openIdentity, type Identity, type IdentityParts } from './identity.ts';
export type { People } from './people.ts';
