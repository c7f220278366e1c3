import { addAttachmentPayload, attachmentSchema, MOST_FILE_BYTES, subjectSchema, type Attachment } from '@taffrail/domain/attachments';
import { idSchema, invalidInput, isRefusal, kernelRefusals, type Id, type Versioned } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { defineRoute, dispatch, idsOf, lastSeqOf, type Caller, type DoorAnswer, type Route, type Wish } from '../../http/index.ts';
import { inspectFile } from '../inspect.ts';
import { inTurn } from '../inTurn.ts';
import { mediaTypes } from '../mediaType.ts';
import { storeFile } from '../storeFile.ts';

const tag = 'Attachments';
const params = z.object({ id: idSchema });
const edit = { ifMatch: 'required', idempotencyKey: 'optional' } as const;
const shown = attachmentSchema.extend({ version: z.int().min(1) });
const attachmentRef = (id: Id) => ({ aggregate_type: 'attachment', aggregate_id: id });

const { file_name, caption } = addAttachmentPayload.shape;
const subjectQuery = {
  subject_type: z.enum(['position', 'journal_entry', 'day']).describe('What it belongs to'),
  subject_id: z
    .string()
    .max(36)
    .describe('Its id; for a day, its date')
    .meta({ examples: ['01955e1c-6d2b-7a3e-9f40-2b8c1d5e7a90'] }),
};

const listAttachments = defineRoute({
  method: 'GET',
  path: '/api/attachments',
  summary: 'List what is attached to something',
  tag,
  who: 'viewer',
  query: z.object(subjectQuery),
  answers: [{ status: 200, description: 'Oldest first; removed ones say so', schema: z.object({ attachments: z.array(shown) }) }],
  door({ workspace, query: { subject_type, subject_id } }) {
    const rows = workspace.read((sql) =>
      sql.all<{ id: Id }>(
        'SELECT id FROM attachments_attachment WHERE subject_type = ? AND subject_id = ? ORDER BY added_at, id',
        subject_type,
        subject_id,
      ),
    );
    return { status: 200, body: { attachments: rows.map(({ id }) => attachmentView(workspace.state(attachmentRef(id)))) } };
  },
});

const getAttachment = defineRoute({
  method: 'GET',
  path: '/api/attachments/:id',
  summary: 'Look at what is known of an attachment',
  description: 'The file itself is at `/api/files/{hash}`.',
  tag,
  who: 'viewer',
  params,
  answers: [{ status: 200, description: 'The attachment', schema: shown }],
  door({ workspace, params: { id } }) {
    const attachment = workspace.state(attachmentRef(id));
    if (!attachment) return kernelRefusals.not_found({ noun: 'attachment', id });
    return { status: 200, body: attachmentView(attachment), version: attachment.version };
  },
});

const addAttachment = (quotaBytes: number) =>
  defineRoute({
    method: 'POST',
    path: '/api/attachments',
    summary: 'Attach a file',
    description: 'Whatever its name and header say, its content decides what it is. The same file attached twice is kept once.',
    tag,
    who: 'member',
    headers: { idempotencyKey: 'optional' },
    query: z.object({ ...subjectQuery, file_name, caption: caption.unwrap().unwrap().optional(), id: idSchema.optional() }),
    file: { mediaTypes: [...mediaTypes, 'application/octet-stream'], limitBytes: MOST_FILE_BYTES },
    answers: [{ status: 201, description: 'The attachment', schema: shown }],
    async door(asked) {
      const { workspace, query, file } = asked;
      const subject = subjectSchema.safeParse({ type: query.subject_type, id: query.subject_id });
      if (!subject.success) return invalidInput(subject.error);
      return inTurn(async (): Promise<DoorAnswer> => {
        const inspected = await inspectFile(file);
        if (isRefusal(inspected)) return inspected;
        const hash = await storeFile(workspace, file, inspected, quotaBytes);
        if (isRefusal(hash)) return hash;
        const { media_type, picture } = inspected;
        const payload = {
          subject: subject.data,
          hash,
          media_type,
          bytes: file.length,
          width: picture?.width ?? null,
          height: picture?.height ?? null,
          file_name: query.file_name,
          caption: query.caption ?? null,
        };
        return changeAttachment(asked, { type: 'AddAttachment', aggregate_id: query.id ?? idsOf(asked)(), payload }, 201);
      });
    },
  });

const removeAttachment = defineRoute({
  method: 'DELETE',
  path: '/api/attachments/:id',
  summary: 'Remove an attachment',
  description: 'It can be restored for 30 days; then its file is deleted, unless it is attached elsewhere.',
  tag,
  who: 'member',
  params,
  headers: edit,
  answers: [{ status: 200, description: 'The removed attachment', schema: shown }],
  door: (asked) => changeAttachment(asked, { type: 'RemoveAttachment', aggregate_id: asked.params.id, payload: {} }, 200),
});

const restoreAttachment = defineRoute({
  method: 'POST',
  path: '/api/attachments/:id/restore',
  summary: 'Restore a removed attachment',
  tag,
  who: 'member',
  params,
  headers: edit,
  answers: [{ status: 200, description: 'The attachment as it was', schema: shown }],
  door: (asked) => changeAttachment(asked, { type: 'RestoreAttachment', aggregate_id: asked.params.id, payload: {} }, 200),
});

export const attachmentRoutesWith = (quotaBytes: number): readonly Route[] => [
  listAttachments,
  getAttachment,
  addAttachment(quotaBytes),
  removeAttachment,
  restoreAttachment,
];

async function changeAttachment(caller: Caller, wish: Wish, status: number): Promise<DoorAnswer> {
  const answer = await dispatch(caller, wish);
  if (answer.outcome === 'refused') return answer;
  const attachment = caller.workspace.stateAsOf(attachmentRef(wish.aggregate_id), lastSeqOf(answer));
  return {
    status,
    body: attachmentView(attachment),
    version: answer.version,
    headers: { location: `/api/attachments/${wish.aggregate_id}` },
  };
}

function attachmentView(attachment: Versioned | undefined): z.infer<typeof shown> {
  const { version, state } = attachment as Versioned<Attachment>;
  return { ...state, version };
}
