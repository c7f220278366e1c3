import type { OwnSecret } from '../workspace/index.ts';

/** Its hash lies in the vault, and no answer ever holds it. */
export const OVERRIDE_PASSWORD: OwnSecret = 'own/phases.override_password';
