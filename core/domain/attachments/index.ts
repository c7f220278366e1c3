import type { Context } from '../kernel/index.ts';
import { attachmentAggregate } from './attachment.ts';
import { addAttachment } from './commands/addAttachment.ts';
import { removeAttachment } from './commands/removeAttachment.ts';
import { restoreAttachment } from './commands/restoreAttachment.ts';
import { refusals } from './refusals.ts';

/** Pictures and documents beside what the trader did and wrote. The files themselves are kept elsewhere, by their hash. */
export const attachments: Context = {
  name: 'attachments',
  aggregates: [attachmentAggregate],
  commands: [addAttachment, removeAttachment, restoreAttachment],
  refusals,
};

export { type Attachment, attachmentSchema, hashSchema } from './attachment.ts';
export * from './limits.ts';
export { type MediaType, mediaTypeOf, mediaTypeSchema } from './mediaType.ts';
export { refusals as attachmentRefusals } from './refusals.ts';
export { type Subject, subjectSchema } from './subject.ts';

export { type AddAttachment, addAttachmentPayload } from './commands/addAttachment.ts';
export { type RemoveAttachment } from './commands/removeAttachment.ts';
export { type RestoreAttachment } from './commands/restoreAttachment.ts';
