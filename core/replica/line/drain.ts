import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { syncLimits, type CommandAnswer } from '@taffrail/sync';
import type { Copy, OpenCopy } from '../copy/copy.ts';
import type { OutboxRow } from '../copy/tables.ts';
import { heldBack } from '../files/index.ts';
import { readMeta } from '../copy/meta.ts';
import { takeAnswers } from './answers.ts';
import type { Reply, ServerLine } from './serverLine.ts';

/** Room for the rest of the body, beside the commands. */
const BODY_BYTES = syncLimits.bodyBytes * 0.9;

/**
 * Sends what waits, in order, until nothing does or something is in the way. What a request as a whole is refused for is
 * looked for by sending fewer; a single command that is refused is a conflict.
 */
export async function drain(copy: OpenCopy, server: ServerLine, signal: AbortSignal): Promise<Reply<'empty'>> {
  let most: number = syncLimits.commandsPerRequest;
  while (!signal.aborted) {
    const rows = await nextRows(copy, most);
    if (rows.length === 0) return { kind: 'answered', value: 'empty' };
    const logId = (await readMeta(copy.db, 'place'))?.log_id;
    const reply = await server.submit(
      rows.map(({ command }) => command),
      signal,
    );
    if (reply.kind === 'refused' && rows.length > 1) {
      most = Math.ceil(rows.length / 2);
      continue;
    }
    const taken = await taking(copy, logId, rows, reply);
    if (taken !== undefined) return taken;
  }
  return { kind: 'later', sentence: 'Closed while sending.' };
}

async function nextRows({ db }: Copy, most: number): Promise<readonly OutboxRow[]> {
  const isHeldBack = await heldBack(db);
  const rows = await db.outbox
    .orderBy('place')
    .filter((row) => row.accepted_seq === null && !isHeldBack(row))
    .limit(most)
    .toArray();
  let bytes = 0;
  const fit = rows.filter(({ command }) => (bytes += sizeOf(command)) <= BODY_BYTES);
  return fit.length > 0 ? fit : rows.slice(0, 1);
}

const sizeOf = (command: OutboxRow['command']): number => new TextEncoder().encode(JSON.stringify(command)).length + 1;

/** Undefined where there may be more to send. */
async function taking(
  copy: OpenCopy,
  logId: string | undefined,
  rows: readonly OutboxRow[],
  reply: Reply<readonly CommandAnswer[]>,
): Promise<Reply<'empty'> | undefined> {
  const [first] = rows;
  if (reply.kind === 'refused' && first) return after(await takeAnswers(copy, logId, [refusedAnswer(first, reply.refusal)]));
  if (reply.kind !== 'answered') return reply;
  return after(await takeAnswers(copy, logId, reply.value));
}

function refusedAnswer({ command_id }: OutboxRow, { code, sentence, details }: Refusal): CommandAnswer {
  return { outcome: 'refused', command_id, code, sentence, details: details as Extract<CommandAnswer, { outcome: 'refused' }>['details'] };
}

function after(taken: Refusal | void): Reply<'empty'> | undefined {
  return isRefusal(taken) ? { kind: 'later', sentence: taken.sentence } : undefined;
}
