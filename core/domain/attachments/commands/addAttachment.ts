import type { z } from 'zod';
import { type CommandRule, kernelRefusals } from '../../kernel/index.ts';
import { type Attachment, attachmentFact, attachmentFacts } from '../attachment.ts';
import { subjectExists, subjectRefs } from '../subject.ts';

const added = attachmentFacts.AttachmentAdded;

export const addAttachmentPayload = added.extend({ caption: added.shape.caption.default(null) });

export type AddAttachment = z.infer<typeof addAttachmentPayload>;

export const addAttachment: CommandRule<Attachment, AddAttachment> = {
  type: 'AddAttachment',
  aggregate: 'attachment',
  stance: 'creates',
  payload: addAttachmentPayload,
  reads: ({ payload: { subject } }) => subjectRefs(subject),
  decide({ aggregate_id, payload }, world) {
    const { subject } = payload;
    if (!subjectExists(world, subject)) return kernelRefusals.not_found({ noun: subject.type, id: subject.id });
    return [attachmentFact(aggregate_id, 'AttachmentAdded', payload)];
  },
};
