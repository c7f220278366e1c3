import { contexts } from '@taffrail/domain';
import { arming, intendedBy, verdictNow } from '@taffrail/domain/conduct';
import { decimalSchema, isRefusal, percentSchema, settle, type Command, type Refusal } from '@taffrail/domain/kernel';
import type { Position } from '@taffrail/domain/tradelog';
import { z } from 'zod';
import { dispatch, defineRoute, idsOf, type Caller, type DoorAnswer, type Route, type Wish } from '../../http/index.ts';
import { changePosition, creationOf, positionBody, positionShape } from '../../tradelog/index.ts';
import type { Workspace } from '../../workspace/index.ts';
import { findAccount } from '../account.ts';
import { bookForVerdict } from '../book.ts';
import { reasonBody } from './common.ts';

const planBody = positionBody.extend({
  risk_pct: percentSchema.optional().describe('What is meant to be risked, in percent of the account; from the plan when left out'),
  size: decimalSchema({ places: 8, whole: 15, min: '0' }).optional().describe('What is meant to be put in; from the plan when left out'),
  grade_cap_pct: percentSchema.optional().describe('What the grade of its checklist allows'),
  override: z
    .strictObject({ reason: reasonBody })
    .optional()
    .describe('To go over what stands against it; kept on the record with all of that'),
});

const armPlan = defineRoute({
  method: 'POST',
  path: '/api/plans',
  summary: 'Arm a plan',
  description:
    'A position to be, if nothing stands against it now: otherwise it is refused with `not_allowed_now`, whose details have every reason ' +
    'and when it clears. With `override` it goes on all the same. What has fills already happened, and is never refused for this.',
  tag: 'Discipline',
  who: 'member',
  headers: { idempotencyKey: 'optional' },
  body: planBody.meta({
    examples: [
      {
        account_id: '0194d7c0-0000-7000-8000-00000000000a',
        symbol: 'ACME',
        legs: [{ instrument_type: 'stock', quantity: '100' }],
        plan: { entry: '20', stop: '19' },
      },
    ],
  }),
  answers: [{ status: 201, description: 'The plan, as a position', schema: positionShape }],
  door: (asked) => arm(asked, asked.body),
});

export const planRoutes: readonly Route[] = [armPlan];

async function arm(caller: Caller, { override, risk_pct, size, grade_cap_pct, ...body }: z.infer<typeof planBody>): Promise<DoorAnswer> {
  const { workspace } = caller;
  const creation = creationOf(caller, body);
  const planned = positionOf(workspace, creation);
  // What the rules refuse is said by them, and what was sent before is answered as it was.
  if (isRefusal(planned)) return changePosition(caller, creation, 201);
  const account = findAccount(workspace, planned.account_id);
  if (!account) throw new Error(`position ${planned.id} was planned in an account that is not there`);
  const now = workspace.now();
  const book = bookForVerdict(workspace, account, now);
  const fromPlan = intendedBy(planned, book.rules);
  const intended = { ...fromPlan, risk_pct: risk_pct ?? fromPlan.risk_pct, size: size ?? fromPlan.size };
  const verdict = verdictNow(book, { now, account, intended, grade_cap_pct: grade_cap_pct ?? null, halts: [] });
  const plan = {
    account_id: account.id,
    position_id: planned.id,
    wishes: [{ ...creation, payload: creation.payload as Command['payload'] }],
  };
  const over = override ? { override_id: overrideId(caller), reason: override.reason } : null;
  const wishes = arming(verdict, plan, over);
  if (isRefusal(wishes)) return wishes;
  const declaring = wishes.find(({ type }) => type === 'DeclareOverride');
  const declared = declaring && (await dispatch(withKeyFor(caller, 'override'), declaring as Wish));
  return declared?.outcome === 'refused' ? declared : changePosition(caller, creation, 201);
}

/** The position that this would make, before anything is written. */
function positionOf(workspace: Workspace, { type, aggregate_id, payload, occurred_at }: Wish): Position | Refusal {
  const command = {
    command_id: 'tried-out',
    type,
    aggregate_id,
    payload: payload as Command['payload'],
    ...(occurred_at !== undefined && { occurred_at }),
  };
  const settled = settle(contexts, command, (ref) => workspace.state(ref), workspace.now());
  return isRefusal(settled) ? settled : (settled.changes[0]?.after.state as Position);
}

const overrideId = (caller: Caller) => idsOf(withKeyFor(caller, 'override'))();

/** One request that becomes two commands has a key for each. */
function withKeyFor(caller: Caller, what: string): Caller {
  const { idempotencyKey } = caller.headers;
  return { ...caller, headers: idempotencyKey === undefined ? {} : { idempotencyKey: `${idempotencyKey}/${what}` } };
}
