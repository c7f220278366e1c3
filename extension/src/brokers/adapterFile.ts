import type { Refusal } from '@taffrail/domain/kernel';
import type { Adapter } from './adapter.ts';
import { LONGEST_FILE } from './limits.ts';
import { refusals } from './refusals.ts';
import { adapterSchema } from './schema.ts';

/** An adapter as a file of its own, to keep, to send to somebody, and to bring back. */
export function adapterFile(adapter: Adapter): string {
  return `${JSON.stringify(adapter, null, 2)}\n`;
}

/**
 * Reads such a file. Nobody knows who wrote it: what could read something else than a ticket is refused, and it is an experiment until
 * the trader has seen it read right, whatever it says of itself.
 */
export function adapterFromFile(file: string): Adapter | Refusal {
  if (file.length > LONGEST_FILE) return refusals.adapter_too_long({ characters: file.length });
  const given = jsonIn(file);
  if (typeof given !== 'object' || given === null || !('format' in given) || given.format !== 'taffrail.adapter')
    return refusals.not_an_adapter();
  if ('version' in given && typeof given.version === 'number' && given.version > 1) return refusals.adapter_too_new();
  const parsed = adapterSchema().safeParse(given);
  if (parsed.success) return { ...parsed.data, status: 'experimental', last_verified: null };
  const [issue] = parsed.error.issues;
  return refusals.adapter_not_taken({ at: issue?.path.join('.') ?? '', problem: issue?.message ?? 'is not like one' });
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
