import { accessRefusals, type SignedIn } from '../../http/index.ts';
import type { Refusal } from '@taffrail/domain/kernel';

export const tag = 'Notices';

/** A viewer reads the book and still chooses what they hear; a token that may only read chooses nothing. */
export function readOnly({ principal }: SignedIn): Refusal | undefined {
  const isReading = principal.by === 'device' && principal.scope === 'read';
  return isReading ? accessRefusals.scope_needed({ scope: principal.scope, needed: 'write' }) : undefined;
}
