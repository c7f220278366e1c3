import { refusalsFrom } from '../kernel/index.ts';

const inMb = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

export const refusals = refusalsFrom({
  file_type_not_taken: () =>
    'This is neither a picture (PNG, JPEG, WebP, GIF, AVIF) nor a PDF; its content says so, whatever it is called. Save it as one of these.',
  file_too_large: (d: { bytes: number; limit_bytes: number }) =>
    `This file has ${inMb(d.bytes)} MB; the most is ${inMb(d.limit_bytes)} MB. Make it smaller.`,
  attachment_removed: (d: { attachment_id: string }) => `Attachment ${d.attachment_id} has been removed already.`,
  attachment_not_removed: (d: { attachment_id: string }) =>
    `Attachment ${d.attachment_id} is where it belongs; there is nothing to restore.`,
  attachment_gone: (d: { attachment_id: string; removed_at: string; days: number }) =>
    `Attachment ${d.attachment_id} was removed at ${d.removed_at}, and its file is kept for ${d.days} days only; attach the file again.`,
});
