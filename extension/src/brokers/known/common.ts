import type { Adapter } from '../adapter.ts';

/** What every adapter has in common that came with the program and that nobody has held against the live page yet. */
export const untried = {
  format: 'taffrail.adapter',
  version: 1,
  adapter_version: 1,
  last_verified: null,
  status: 'experimental',
  fingerprint: null,
} as const satisfies Partial<Adapter>;
