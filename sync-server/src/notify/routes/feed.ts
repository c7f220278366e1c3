import { noticeFeedSchema } from '@taffrail/sync';
import { z } from 'zod';
import { defineRoute, wholeNumber, type Inside, type Route } from '../../http/index.ts';
import { feedOf, markRead, markReadUpTo, unreadOf, type Reader } from '../notices.ts';
import type { NoticeTools } from '../tools.ts';
import { readOnly, tag } from './common.ts';

const NOTICES_PER_PAGE = 100;
const LAST_ID = Number.MAX_SAFE_INTEGER;

const readerOf = ({ principal, workspaceId }: Inside): Reader => ({ userId: principal.userId, workspaceId });

export const feedRoutes = (tools: NoticeTools): readonly Route[] => [readFeed(tools), markAsRead(tools)];

const readFeed = ({ sql }: NoticeTools): Route =>
  defineRoute({
    method: 'GET',
    path: '/api/notices',
    summary: 'Read what you were told',
    description: 'About this workspace, and about yourself. Nobody else sees it. A notice is kept for 90 days.',
    tag,
    who: 'viewer',
    query: z.object({
      before: wholeNumber(1, LAST_ID).default(LAST_ID).describe('`id` of the last one of the page before'),
      limit: wholeNumber(1, NOTICES_PER_PAGE).default(NOTICES_PER_PAGE).describe('At most this many'),
    }),
    answers: [{ status: 200, description: 'The newest first', schema: noticeFeedSchema }],
    door({ query, ...inside }) {
      const reader = readerOf(inside);
      return { status: 200, body: { notices: feedOf(sql, reader, query.before, query.limit), unread: unreadOf(sql, reader) } };
    },
  });

const noticeId = z.int().min(1).max(LAST_ID);

const readSchema = z.union([
  z.strictObject({ ids: z.array(noticeId).min(1).max(NOTICES_PER_PAGE) }),
  z.strictObject({ up_to: noticeId.describe('The newest one on the screen: what came since stays unread') }),
]);

const markAsRead = ({ sql, now }: NoticeTools): Route =>
  defineRoute({
    method: 'POST',
    path: '/api/notices/read',
    summary: 'Mark notices as read',
    tag,
    who: 'viewer',
    body: readSchema,
    answers: [{ status: 204, description: 'Read, on all your devices' }],
    door({ body, ...inside }) {
      const refusal = readOnly(inside);
      if (refusal) return refusal;
      if ('ids' in body) markRead(sql, readerOf(inside), body.ids, now());
      else markReadUpTo(sql, readerOf(inside), body.up_to, now());
      return { status: 204 };
    },
  });
