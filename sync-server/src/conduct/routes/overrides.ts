import { verdictNow } from '@taffrail/domain/conduct';
import { idSchema, kernelRefusals } from '@taffrail/domain/kernel';
import type { Override } from '@taffrail/domain/discipline';
import { z } from 'zod';
import { overrideShape, overrideView } from '../../discipline/index.ts';
import { defineRoute, dispatch, idsOf, type Route } from '../../http/index.ts';
import { findAccount } from '../account.ts';
import { bookForVerdict } from '../book.ts';
import { doorRefusals } from '../refusals.ts';
import { reasonBody } from './common.ts';

const declareOverride = defineRoute({
  method: 'POST',
  path: '/api/overrides',
  summary: 'Say that you go on although the rules say no, and why',
  description: 'What stands against it in this moment is put on the record with it. To arm a plan over it, send the reason with the plan.',
  tag: 'Discipline',
  who: 'member',
  headers: { idempotencyKey: 'optional' },
  body: z.strictObject({
    id: idSchema.optional(),
    account_id: idSchema,
    position_id: idSchema.nullable().default(null).describe('The trade it is for, which may not be in the book yet'),
    reason: reasonBody,
  }),
  answers: [{ status: 201, description: 'The override', schema: overrideShape }],
  async door(asked) {
    const { workspace, body } = asked;
    const { id = idsOf(asked)(), account_id, position_id, reason } = body;
    const account = findAccount(workspace, account_id);
    if (!account) return kernelRefusals.not_found({ noun: 'account', id: account_id });
    const now = workspace.now();
    const { reasons } = verdictNow(bookForVerdict(workspace, account, now), {
      now,
      account,
      intended: null,
      grade_cap_pct: null,
      halts: [],
    });
    const against = reasons.filter(({ effect }) => effect === 'stops');
    if (against.length === 0) return doorRefusals.nothing_stands_against();
    const payload = { account_id, position_id, reasons: against, reason };
    const answer = await dispatch(asked, { type: 'DeclareOverride', aggregate_id: id, payload });
    if (answer.outcome === 'refused') return answer;
    const override = workspace.state({ aggregate_type: 'override', aggregate_id: id })?.state as Override;
    return { status: 201, body: overrideView(override), version: answer.version };
  },
});

export const overrideRoutes: readonly Route[] = [declareOverride];
