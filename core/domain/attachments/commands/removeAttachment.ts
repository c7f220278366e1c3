import type { z } from 'zod';
import type { CommandRule } from '../../kernel/index.ts';
import { type Attachment, attachmentFact, attachmentFacts } from '../attachment.ts';
import { refusals } from '../refusals.ts';

export type RemoveAttachment = z.infer<typeof attachmentFacts.AttachmentRemoved>;

/** That there was one, and when it went, stays in the facts; its file goes once it can no longer be restored. */
export const removeAttachment: CommandRule<Attachment, RemoveAttachment> = {
  type: 'RemoveAttachment',
  aggregate: 'attachment',
  stance: 'edits',
  payload: attachmentFacts.AttachmentRemoved,
  decide({ aggregate_id, state }) {
    if (state.removed_at !== null) return refusals.attachment_removed({ attachment_id: aggregate_id });
    return [attachmentFact(aggregate_id, 'AttachmentRemoved', {})];
  },
};
