import { noticeChoicesSchema } from '@taffrail/sync';
import { defineRoute, type Route } from '../../http/index.ts';
import { choicesOf, setChoices } from '../choices.ts';
import type { NoticeTools } from '../tools.ts';
import { readOnly, tag } from './common.ts';

export const choiceRoutes = (tools: NoticeTools): readonly Route[] => [readChoices(tools), choose(tools)];

const readChoices = ({ sql }: NoticeTools): Route =>
  defineRoute({
    method: 'GET',
    path: '/api/notices/choices',
    summary: 'Read what you want to be told, and when',
    tag,
    who: 'viewer',
    answers: [{ status: 200, description: 'For you, on all your devices', schema: noticeChoicesSchema }],
    door: ({ principal }) => ({ status: 200, body: choicesOf(sql, principal.userId) }),
  });

const choose = ({ sql, teller }: NoticeTools): Route =>
  defineRoute({
    method: 'PUT',
    path: '/api/notices/choices',
    summary: 'Choose what you want to be told, and when',
    description: 'What the feed leaves out may still be pushed to a device that asks for it, and the other way round.',
    tag,
    who: 'viewer',
    body: noticeChoicesSchema,
    answers: [{ status: 200, description: 'As chosen', schema: noticeChoicesSchema }],
    door({ body, ...inside }) {
      const refusal = readOnly(inside);
      if (refusal) return refusal;
      const { userId } = inside.principal;
      setChoices(sql, userId, body);
      teller.reconsider(userId);
      return { status: 200, body };
    },
  });
