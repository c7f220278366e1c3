export { recordsFrom, type AuditRow } from './audit.ts';
export type { AuditEntry } from './auditEntry.ts';
export { openConsole, type Console } from './console.ts';
export { registryFigures } from './figures.ts';
export { openIdentity, type Identity, type IdentityParts } from './identity.ts';
export type { People } from './people.ts';
export type { Proofs } from './proof.ts';
export type { ShareCodes, Shared } from './shareCodes.ts';
export { newPasswordSchema, passwordSchema } from './shapes.ts';
