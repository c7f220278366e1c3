import { z } from 'zod';
import { type CommandRule, type Refusal, idSchema, instantSchema, isRefusal } from '../../kernel/index.ts';
import { concluded } from '../conclusion.ts';
import type { Draft } from '../draft.ts';
import { withFill } from '../fillRules.ts';
import { MOST_FILLS } from '../limits.ts';
import type { Position } from '../position.ts';
import { draftFromTemplate, positionTemplateSchema, resolved } from '../template.ts';
import { fillInputSchema, newFillFrom } from './fillInput.ts';
import { accountForNew, accountRef } from './neighbours.ts';

export const createPositionPayload = positionTemplateSchema.extend({
  account_id: idSchema,
  fills: z
    .array(fillInputSchema.extend({ occurred_at: instantSchema.optional() }))
    .max(MOST_FILLS, `a position has at most ${MOST_FILLS} fills`)
    .default([]),
});

export type CreatePosition = z.infer<typeof createPositionPayload>;

/** Without fills it is a plan; its first fill opens it. */
export const createPosition: CommandRule<Position, CreatePosition> = {
  type: 'CreatePosition',
  aggregate: 'position',
  stance: 'creates',
  payload: createPositionPayload,
  reads: ({ payload }) => [accountRef(payload.account_id)],
  decide: ({ aggregate_id, payload: { account_id, fills, ...wanted }, occurred_at }, world) => {
    const account = accountForNew(world, account_id);
    if (isRefusal(account)) return account;
    const template = resolved(wanted, account);
    if (isRefusal(template)) return template;
    let draft: Draft | Refusal = draftFromTemplate(aggregate_id, template, account, null, occurred_at, world);
    for (const input of fills) {
      if (isRefusal(draft)) return draft;
      const fill = newFillFrom(input, account, input.occurred_at ?? occurred_at);
      draft = isRefusal(fill) ? fill : withFill(draft, fill, account);
    }
    return isRefusal(draft) ? draft : concluded(draft).facts;
  },
};
