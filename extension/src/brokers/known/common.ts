import type { Adapter } from '../adapter.ts';

/**
 * What every adapter has in common that came with the program and that nobody has held against the live page yet. A field is optional in
 * one only where its name on the page is public: not to find something by a guess says nothing about the order.
 */
export const untried = {
  format: 'taffrail.adapter',
  version: 1,
  adapter_version: 1,
  last_verified: null,
  status: 'experimental',
  fingerprint: null,
} as const satisfies Partial<Adapter>;
