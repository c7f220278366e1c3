import type { Refusal } from '@taffrail/domain/kernel';
import type { CommandAnswer } from '@taffrail/sync';
import { change, type Copy } from '../copy/copy.ts';
import { readMeta } from '../copy/meta.ts';
import type { OutboxRow } from '../copy/tables.ts';
import { conflictRow } from '../outbox/conflict.ts';
import { withdraw } from '../outbox/withdraw.ts';

/**
 * Writes down what the server said. A command that was taken stays until its facts arrive; one that was refused becomes a
 * conflict; one that was not decided because of another before it stays, and is sent again without that one.
 */
export function takeAnswers(copy: Copy, answers: readonly CommandAnswer[]): Promise<void | Refusal> {
  return change(copy, async (draft) => {
    const { db } = copy;
    const seq = (await readMeta(db, 'place'))?.seq ?? 0;
    const gone: OutboxRow[] = [];
    for (const answer of answers) {
      const row = await db.outbox.get({ command_id: answer.command_id });
      if (row === undefined) continue;
      if (answer.outcome !== 'refused') {
        const acceptedSeq = answer.events.at(-1)?.event_seq ?? seq;
        if (acceptedSeq <= seq) gone.push(row);
        else await db.outbox.put({ ...row, accepted_seq: acceptedSeq });
      } else if (answer.code !== 'earlier_command_refused') {
        gone.push(row);
        await db.conflict.put(await conflictRow(copy, row, refusalOf(answer)));
      }
    }
    await withdraw(db, draft, gone, new Map());
    draft.outboxChanged();
  });
}

function refusalOf({ code, sentence, details }: Extract<CommandAnswer, { outcome: 'refused' }>): Refusal {
  return { refused: true, code, sentence, details };
}
