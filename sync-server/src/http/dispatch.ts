import { createHash, randomBytes } from 'node:crypto';
import { uuidV7, type Command, type Id, type Instant } from '@taffrail/domain/kernel';
import type { Asked } from './route.ts';
import type { Answer } from '../workspace/index.ts';

/** As much of a request as a command needs. */
export type Caller = Pick<Asked<unknown, unknown, unknown>, 'workspace' | 'actor' | 'headers'>;

export interface Wish {
  readonly type: string;
  readonly aggregate_id: Id;
  readonly payload: object;
  readonly occurred_at?: Instant | undefined;
}

export type Accepted = Exclude<Answer, { outcome: 'refused' }>;

/** Hands a request to the workspace as a command: its key becomes the command's id, its If-Match the expected version. */
export function dispatch({ workspace, actor, headers }: Caller, wish: Wish): Promise<Answer> {
  const { idempotencyKey, ifMatch } = headers;
  const command = {
    command_id: idempotencyKey ?? randomId(),
    type: wish.type,
    aggregate_id: wish.aggregate_id,
    payload: wish.payload as Command['payload'],
    ...(wish.occurred_at !== undefined && { occurred_at: wish.occurred_at }),
    ...(ifMatch !== undefined && { expected_version: ifMatch }),
  };
  return workspace.submit(command, actor);
}

/** The place in the log an answer speaks of. */
export const lastSeqOf = ({ facts }: Accepted): number => facts.at(-1)?.event_seq ?? 0;

/**
 * Ids for what a request leaves unnamed. With an Idempotency-Key they follow from it, so that the request sent again is
 * the same command to the last letter; without one they are new each time.
 */
export function idsOf({ headers: { idempotencyKey } }: Pick<Caller, 'headers'>): () => Id {
  if (idempotencyKey === undefined) return randomId;
  let made = 0;
  return () => idFrom(`${idempotencyKey}#${made++}`);
}

const randomId = (): Id => uuidV7(Date.now(), randomBytes(10));

/** A UUID of version 8: sixteen bytes of a hash, with the version and variant bits where RFC 9562 wants them. */
function idFrom(text: string): Id {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
