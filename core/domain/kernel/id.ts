import { z } from 'zod';

export type Id = string;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const idSchema = z.string('an id is a lower-case UUID').regex(uuid, 'an id is a lower-case UUID');

const RANDOM_BYTES = 10;

/** An id that sorts by the moment it was made (RFC 9562, version 7), so that new rows land at the end of an index. */
export function uuidV7(ms: number, random: Uint8Array): Id {
  if (!Number.isSafeInteger(ms) || ms < 0 || ms >= 2 ** 48) throw new RangeError(`${ms} ms does not fit an id`);
  if (random.length !== RANDOM_BYTES) throw new RangeError(`an id needs ${RANDOM_BYTES} random bytes, not ${random.length}`);
  const time = ms.toString(16).padStart(12, '0');
  const [version = 0, low, variant = 0, ...node] = random;
  const bytes = [0x70 | (version & 0x0f), low ?? 0, 0x80 | (variant & 0x3f), ...node];
  const rest = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-${rest.slice(0, 4)}-${rest.slice(4, 8)}-${rest.slice(8)}`;
}
