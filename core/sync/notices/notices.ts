import { instantSchema, zoneSchema } from '@taffrail/domain/kernel';
import { z } from 'zod';
import { noticeKindNames, noticeKinds, type NoticeKind, type NoticeSaid } from './kinds.ts';

const subjectSchema = z.object({ type: z.string(), id: z.string() });

/** What a notice is about: a position, an order, a device. */
export type NoticeSubject = Readonly<z.infer<typeof subjectSchema>>;

/** A notice as its source says it, before it is settled whom it is for. */
export type NoticeDraft = NoticeSaid & { readonly subject: NoticeSubject | null };

const noticeSchema = z.object({
  id: z.int().min(1).describe('Later notices have greater ids'),
  kind: z.enum(noticeKindNames),
  params: z.record(z.string(), z.json()).describe('What the sentence needs; which there are depends on the kind'),
  subject: subjectSchema.nullable().describe('What it is about, where there is something to look at'),
  occurred_at: instantSchema,
  read_at: instantSchema.nullable(),
});

export type Notice = NoticeSaid & Readonly<Omit<z.infer<typeof noticeSchema>, 'kind' | 'params'>>;

export const noticeFeedSchema = z.object({
  notices: z.array(noticeSchema),
  unread: z.int().describe('Of all there are, not of this page'),
});

/** Undefined for a kind that a newer server tells of, or parameters it tells them with: nobody here could word it. */
export function readNotice(given: unknown): Notice | undefined {
  const notice = noticeSchema.safeParse(given);
  const isWorded = notice.success && noticeKinds[notice.data.kind].params.safeParse(notice.data.params).success;
  return isWorded ? (notice.data as Notice) : undefined;
}

/** For each kind whether it is wanted. What is left out is as it is when nobody chose. */
export const chosenKindsSchema = z.partialRecord(z.enum(noticeKindNames), z.boolean());

export type ChosenKinds = z.infer<typeof chosenKindsSchema>;

export const isInFeed = (chosen: ChosenKinds, kind: NoticeKind): boolean => chosen[kind] ?? true;

export const isPushed = (chosen: ChosenKinds, kind: NoticeKind): boolean => chosen[kind] ?? noticeKinds[kind].isPushed;

const timeOfDaySchema = z
  .string()
  .regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'a time of day is written HH:MM, from 00:00 to 23:59')
  .meta({ examples: ['22:00'] });

const quietHoursSchema = z
  .strictObject({
    from: timeOfDaySchema,
    to: timeOfDaySchema,
    zone: zoneSchema.describe("The person's own, wherever the server is"),
  })
  .refine(({ from, to }) => from !== to, 'quiet hours that end when they begin would last all day; leave the push choices off instead');

export type QuietHours = Readonly<z.infer<typeof quietHoursSchema>>;

export const noticeChoicesSchema = z.strictObject({
  in_feed: chosenKindsSchema.describe('What the feed shows'),
  quiet_hours: quietHoursSchema.nullable().describe('While they last, nothing is pushed; what came is told when they end'),
});

export type NoticeChoices = z.infer<typeof noticeChoicesSchema>;
