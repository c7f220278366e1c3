export { openIdentity, type Identity, type IdentityParts } from './identity.ts';
