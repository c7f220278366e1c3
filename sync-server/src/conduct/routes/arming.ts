import { contexts } from '@taffrail/domain';
import { arming, intendedBy, verdictNow, type Wish as PlainWish } from '@taffrail/domain/conduct';
import { decimalSchema, isRefusal, percentSchema, settle, type Command, type Id, type Refusal } from '@taffrail/domain/kernel';
import type { CreatePosition, PlaceOrder, Position } from '@taffrail/domain/tradelog';
import { z } from 'zod';
import { defineRoute, dispatch, idsOf, type Caller, type DoorAnswer, type Route, type Wish } from '../../http/index.ts';
import {
  callSpread,
  changeOrder,
  changePosition,
  creationOf,
  orderBody,
  orderShape,
  placingOf,
  positionBody,
  positionShape,
} from '../../tradelog/index.ts';
import type { Workspace } from '../../workspace/index.ts';
import { findAccount } from '../account.ts';
import { bookForVerdict } from '../book.ts';
import { reasonBody } from './common.ts';

const meant = {
  risk_pct: percentSchema.optional().describe('What is meant to be risked, in percent of the account; from the plan when left out'),
  size: decimalSchema({ places: 8, whole: 15, min: '0' }).optional().describe('What is meant to be put in; from the plan when left out'),
  grade_cap_pct: percentSchema.optional().describe('What the grade of its checklist allows'),
  override: z
    .strictObject({ reason: reasonBody })
    .optional()
    .describe('To go over what stands against it; kept on the record with all of that'),
};

const judged =
  'What stands against it now refuses it with `not_allowed_now`, whose details have every reason and when it clears. ' +
  'With `override` it goes on all the same.';

const postPosition = defineRoute({
  method: 'POST',
  path: '/api/positions',
  summary: 'Create a position',
  description: `Without fills it is a plan, and its first fill opens it. All legs of a trade belong to one position. A plan is armed: ${judged} What has fills already happened, and is never refused for this.`,
  tag: 'Positions',
  who: 'member',
  headers: { idempotencyKey: 'optional' },
  body: positionBody.extend(meant).meta({ examples: [callSpread] }),
  answers: [{ status: 201, description: 'The position', schema: positionShape }],
  door(asked) {
    const { override, risk_pct, size, grade_cap_pct, ...body } = asked.body;
    const wish = creationOf(asked, body);
    const put = () => changePosition(asked, wish, 201);
    return arm(asked, { wish, plan: wish, position_id: wish.aggregate_id, put }, { override, risk_pct, size, grade_cap_pct });
  },
});

const postOrder = defineRoute({
  method: 'POST',
  path: '/api/orders',
  summary: 'Write down an order',
  description: `It waits until it is executed, cancelled, or outlives \`good_until\`. Nothing is sent to a broker. One that begins a trade is armed: ${judged}`,
  tag: 'Orders',
  who: 'member',
  headers: { idempotencyKey: 'optional' },
  body: orderBody.extend(meant),
  answers: [{ status: 201, description: 'The order', schema: orderShape }],
  door(asked) {
    const { override, risk_pct, size, grade_cap_pct, ...body } = asked.body;
    const wish = placingOf(asked, body);
    const put = () => changeOrder(asked, wish, 201);
    // What goes to a trade that is in the book already may be its exit, and the trade itself was armed before.
    if (wish.payload.position_id !== null) return put();
    return arm(asked, { wish, plan: planOf(wish), position_id: null, put }, { override, risk_pct, size, grade_cap_pct });
  },
});

/** The doors that begin a trade are here and not in the trade log: rules and phases have their say at each of them. */
export const armingRoutes: readonly Route[] = [postPosition, postOrder];

interface Meant {
  readonly risk_pct: string | undefined;
  readonly size: string | undefined;
  readonly grade_cap_pct: string | undefined;
  readonly override: { readonly reason: string } | undefined;
}

interface Begun {
  readonly wish: Wish;
  /** The position that it is, or would become. */
  readonly plan: Wish & { readonly payload: CreatePosition };
  readonly position_id: Id | null;
  /** Puts it in the book. */
  readonly put: () => Promise<DoorAnswer>;
}

async function arm(caller: Caller, { wish, plan, position_id, put }: Begun, meaning: Meant): Promise<DoorAnswer> {
  const { workspace } = caller;
  // What the rules of the log refuse is said by them, and what was sent before is answered as it was.
  const planned = isRefusal(triedOut(workspace, wish)) ? undefined : triedOut(workspace, plan);
  if (planned === undefined || isRefusal(planned)) return put();
  const account = findAccount(workspace, planned.account_id);
  if (!account) throw new Error(`${wish.type} ${wish.aggregate_id} was tried out in an account that is not there`);
  const now = workspace.now();
  const book = bookForVerdict(workspace, account, now);
  const fromPlan = intendedBy(planned, book.rules);
  const intended = { ...fromPlan, risk_pct: meaning.risk_pct ?? fromPlan.risk_pct, size: meaning.size ?? fromPlan.size };
  const verdict = verdictNow(book, { now, account, intended, grade_cap_pct: meaning.grade_cap_pct ?? null, halts: [] });
  const over = meaning.override ? { override_id: overrideId(caller), reason: meaning.override.reason } : null;
  const wishes = arming(verdict, { account_id: account.id, position_id, wishes: [wish as PlainWish] }, over);
  if (isRefusal(wishes)) return wishes;
  const declaring = wishes.find(({ type }) => type === 'DeclareOverride');
  const declared = declaring && (await dispatch(withKeyFor(caller, 'override'), declaring as Wish));
  return declared?.outcome === 'refused' ? declared : put();
}

/** An order says what its position will be. */
function planOf({ payload: { account_id, position_template } }: { readonly payload: PlaceOrder }): Begun['plan'] {
  const { legs } = position_template;
  return { type: 'CreatePosition', aggregate_id: legs[0]?.id ?? '', payload: { ...position_template, account_id, fills: [] } };
}

/** The position that this would make, before anything is written. */
function triedOut(workspace: Workspace, { type, aggregate_id, payload, occurred_at }: Wish): Position | Refusal {
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
