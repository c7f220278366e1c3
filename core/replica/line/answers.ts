import { isForKeeper } from '@taffrail/domain/conduct';
import { syncRefusals, type CommandAnswer } from '@taffrail/sync';
import type { Refusal } from '@taffrail/domain/kernel';
import { change, type Copy, type Draft, type OpenCopy } from '../copy/copy.ts';
import { readMeta } from '../copy/meta.ts';
import type { OutboxRow } from '../copy/tables.ts';
import { conflictRow } from '../outbox/conflict.ts';
import { withdraw } from '../outbox/withdraw.ts';

type Refused = Extract<CommandAnswer, { outcome: 'refused' }>;
type Accepted = Exclude<CommandAnswer, Refused>;

const KEPT_THERE = 'kept_by_the_server' satisfies keyof typeof syncRefusals;

/**
 * Writes down what the server said. A command that was taken stays until its facts arrive; one that was refused becomes a
 * conflict; one that was not decided because of another before it stays, and is sent again without that one. What the server works
 * out by itself, as a book of this device alone did before, leaves without a word: the same comes back as facts. An answer that is
 * older than the log the copy has by now says nothing of that log, so what it accepted is sent again.
 */
export function takeAnswers(opened: OpenCopy, logId: string | undefined, answers: readonly CommandAnswer[]): Promise<void | Refusal> {
  return change(opened, async (copy, draft) => {
    const isOfThisLog = (await readMeta(copy.db, 'place'))?.log_id === logId;
    for (const answer of answers) {
      const row = await copy.db.outbox.get({ command_id: answer.command_id });
      if (row === undefined) continue;
      if (answer.outcome !== 'refused') {
        if (isOfThisLog) await keepAccepted(copy, draft, row, answer);
      } else if (answer.code === KEPT_THERE && isForKeeper(row.command)) await withdraw(copy.db, draft, [row], new Map());
      else if (answer.code !== 'earlier_command_refused') await giveUp(copy, draft, row, answer);
    }
    draft.outboxChanged();
  });
}

async function keepAccepted({ db }: Copy, draft: Draft, row: OutboxRow, { events }: Accepted): Promise<void> {
  const seq = (await readMeta(db, 'place'))?.seq ?? 0;
  const acceptedSeq = events.at(-1)?.event_seq ?? seq;
  if (acceptedSeq <= seq) await withdraw(db, draft, [row], new Map());
  else await db.outbox.put({ ...row, accepted_seq: acceptedSeq });
}

/**
 * The command, and with it the edits made on top of it: the version they name is one that never came to be, and may by
 * chance be the number of somebody else's.
 */
async function giveUp(copy: Copy, draft: Draft, row: OutboxRow, { code, sentence, details }: Refused): Promise<void> {
  const { db } = copy;
  const edits = await db.outbox
    .where('place')
    .above(row.place)
    .filter(
      ({ command, accepted_seq }) =>
        accepted_seq === null && command.aggregate_id === row.command.aggregate_id && command.expected_version !== undefined,
    )
    .toArray();
  const onTop = syncRefusals.earlier_command_refused({ command_id: row.command_id });
  const conflicts = [await conflictRow(copy, row, { refused: true, code, sentence, details })];
  for (const edit of edits) conflicts.push(await conflictRow(copy, edit, onTop));
  await db.conflict.bulkPut(conflicts);
  await withdraw(db, draft, [row, ...edits], new Map());
}
