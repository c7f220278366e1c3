import type { z } from 'zod';
import { type CommandRule, addMs, isAfter } from '../../kernel/index.ts';
import { type Attachment, attachmentFact, attachmentFacts } from '../attachment.ts';
import { DAYS_TO_RESTORE } from '../limits.ts';
import { refusals } from '../refusals.ts';

const DAY_MS = 86_400_000;

export type RestoreAttachment = z.infer<typeof attachmentFacts.AttachmentRestored>;

export const restoreAttachment: CommandRule<Attachment, RestoreAttachment> = {
  type: 'RestoreAttachment',
  aggregate: 'attachment',
  stance: 'edits',
  payload: attachmentFacts.AttachmentRestored,
  decide({ aggregate_id, state: { removed_at } }, { now }) {
    if (removed_at === null) return refusals.attachment_not_removed({ attachment_id: aggregate_id });
    if (isAfter(now, addMs(removed_at, DAYS_TO_RESTORE * DAY_MS))) {
      return refusals.attachment_gone({ attachment_id: aggregate_id, removed_at, days: DAYS_TO_RESTORE });
    }
    return [attachmentFact(aggregate_id, 'AttachmentRestored', {})];
  },
};
