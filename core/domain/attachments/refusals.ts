import { refusalsFrom } from '../kernel/index.ts';

export const refusals = refusalsFrom({
  attachment_removed: (d: { attachment_id: string }) => `Attachment ${d.attachment_id} has been removed already.`,
  attachment_not_removed: (d: { attachment_id: string }) =>
    `Attachment ${d.attachment_id} is where it belongs; there is nothing to restore.`,
  attachment_gone: (d: { attachment_id: string; removed_at: string; days: number }) =>
    `Attachment ${d.attachment_id} was removed at ${d.removed_at}, and its file is kept for ${d.days} days only; attach the file again.`,
});
