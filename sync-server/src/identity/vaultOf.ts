import type { Vault } from '../workspace/index.ts';

/** Seals what is kept for a person, and opens it for nobody else. */
export type VaultOf = (userId: string) => Vault;
