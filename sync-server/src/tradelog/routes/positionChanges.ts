import { idSchema, type Id } from '@taffrail/domain/kernel';
import {
  adjustPositionPayload,
  attachFillsPayload,
  closePositionPayload,
  correctFillPayload,
  detachFillsPayload,
  legInputSchema,
  linkRiskArtifactPayload,
  mergePositionsPayload,
  MOST_LEGS,
  recordFillPayload,
  settleLegPayload,
  splitPositionPayload,
  transferInPayload,
  transferOutPayload,
  voidFillPayload,
} from '@taffrail/domain/tradelog';
import { z } from 'zod';
import { defineRoute, idsOf, type Accepted, type Method, type Route } from '../../http/index.ts';
import { changePosition, positionOfLast } from '../positionDoor.ts';
import { positionShape } from '../shapes.ts';
import { append, edit, occurredAt, positionParams } from './common.ts';

const fillParams = positionParams.extend({ fill_id: idSchema });

interface Change<Body extends z.ZodType> {
  readonly method?: Method;
  /** Behind `/api/positions/:id`. */
  readonly path: string;
  readonly command: string;
  readonly summary: string;
  readonly description?: string;
  readonly headers: typeof append | typeof edit;
  readonly params?: typeof fillParams;
  readonly body: Body;
  readonly status?: 200 | 201;
  /** The command's payload: what was sent, with an id for everything left unnamed, and the fill the path names. */
  readonly payload: (body: z.output<Body>, nextId: () => Id, fillId: Id | undefined) => object;
  /** Where the change led, if not to the position it was asked of. */
  readonly leadsTo?: (answer: Accepted) => Id;
}

/** Every change of a position is the same walk: name what is unnamed, hand over the command, show the position it led to. */
function change<Body extends z.ZodType>({
  method = 'POST',
  path,
  command,
  payload,
  leadsTo,
  status = 200,
  ...described
}: Change<Body>): Route {
  return defineRoute({
    params: positionParams,
    ...described,
    method,
    path: `/api/positions/:id${path}`,
    tag: 'Positions',
    who: 'member',
    answers: [{ status, description: leadsTo ? 'The position this led to' : 'The position as it is now', schema: positionShape }],
    door(asked) {
      const { occurred_at, ...body } = (asked.body ?? {}) as { occurred_at?: string };
      const { id, fill_id } = asked.params as { id: Id; fill_id?: Id };
      const wish = { type: command, aggregate_id: id, payload: payload(body as z.output<Body>, idsOf(asked), fill_id), occurred_at };
      return changePosition(asked, wish, status, leadsTo);
    },
  });
}

const adjust = change({
  method: 'PATCH',
  path: '',
  command: 'AdjustPosition',
  summary: 'Change what is planned or written about a position',
  description: 'Legs may be added, corrected, and removed while nothing has traded in them. What is left out stays as it is.',
  headers: edit,
  body: adjustPositionPayload
    .extend({
      add_legs: z
        .array(legInputSchema.partial({ id: true }))
        .max(MOST_LEGS, `a position has at most ${MOST_LEGS} legs`)
        .default([]),
      occurred_at: occurredAt,
    })
    .meta({ examples: [{ tags: ['breakout', 'earnings'], plan: { stop: '6080', target: '6180' } }] }),
  payload: ({ add_legs, ...changes }, nextId) => ({ ...changes, add_legs: add_legs.map((leg) => ({ ...leg, id: leg.id ?? nextId() })) }),
});

const recordFill = change({
  path: '/fills',
  command: 'RecordFill',
  summary: 'Record a fill',
  description:
    'A position whose legs all become flat closes itself. Trading on after that, or through zero, begins a new position; the answer and its Location show where the fill went.',
  headers: append,
  status: 201,
  body: recordFillPayload
    .omit({ next_position_id: true, next_leg_id: true, next_fill_id: true })
    .partial({ fill_id: true })
    .extend({ occurred_at: occurredAt }),
  payload: ({ fill_id, ...fill }, nextId) => ({
    ...fill,
    fill_id: fill_id ?? nextId(),
    next_position_id: nextId(),
    next_leg_id: nextId(),
    next_fill_id: nextId(),
  }),
  leadsTo: positionOfLast('FillRecorded'),
});

const correctFill = change({
  method: 'PATCH',
  path: '/fills/:fill_id',
  command: 'CorrectFill',
  summary: 'Correct a fill',
  description: 'What it said before stays in the history.',
  headers: edit,
  params: fillParams,
  // When it happened is one of the things that may have been wrong, so here it belongs to the fill.
  body: z
    .strictObject({ corrected: correctFillPayload.omit({ fill_id: true, reason: true }), reason: correctFillPayload.shape.reason })
    .meta({
      examples: [{ corrected: { price: '12.55' }, reason: 'Typed the wrong price' }],
    }),
  payload: ({ corrected, reason }, _, fill_id) => ({ ...corrected, reason, fill_id }),
});

const voidFill = change({
  path: '/fills/:fill_id/void',
  command: 'VoidFill',
  summary: 'Void a fill that never happened',
  headers: edit,
  params: fillParams,
  body: voidFillPayload.omit({ fill_id: true }),
  payload: ({ reason }, _, fill_id) => ({ reason, fill_id }),
});

const close = change({
  path: '/close',
  command: 'ClosePosition',
  summary: 'Close a position',
  description: 'A plan is given up. An open position is traded out of: give a price for every leg that is still open.',
  headers: edit,
  body: z
    .strictObject({
      fills: z
        .array(closePositionPayload.shape.fills.unwrap().element.partial({ fill_id: true }))
        .max(MOST_LEGS)
        .default([]),
      occurred_at: occurredAt,
    })
    .optional()
    .meta({ examples: [{ fills: [{ leg_id: '01955e1c-6d2b-7a3e-9f40-2b8c1d5e7a90', price: '18.40', fees: '1.30' }] }] }),
  payload: (body, nextId) => ({ fills: (body?.fills ?? []).map((fill) => ({ ...fill, fill_id: fill.fill_id ?? nextId() })) }),
});

const [expired, cashSettled, assigned, exercised] = settleLegPayload.options;
const [intoCash, intoStock, intoFuture] = assigned.shape.delivery.options;
const delivery = z.discriminatedUnion('into', [
  intoCash,
  intoStock.partial({ fill_id: true, leg_id: true }),
  intoFuture.partial({ fill_id: true, leg_id: true }),
]);

const settle = change({
  path: '/settlements',
  command: 'SettleLeg',
  summary: 'Record how a contract ended',
  description:
    'Expired worthless, settled in cash, assigned or exercised. What an option delivers trades at the strike, in the same position.',
  headers: append,
  status: 201,
  body: z.discriminatedUnion('how', [
    expired.partial({ fill_id: true }).extend({ occurred_at: occurredAt }),
    cashSettled.partial({ fill_id: true }).extend({ occurred_at: occurredAt }),
    assigned.partial({ fill_id: true }).extend({ delivery, occurred_at: occurredAt }),
    exercised.partial({ fill_id: true }).extend({ delivery, occurred_at: occurredAt }),
  ]),
  payload: (body, nextId) => {
    const named = { ...body, fill_id: body.fill_id ?? nextId() };
    if (!('delivery' in named) || named.delivery.into === 'cash') return named;
    const { fill_id = nextId(), leg_id = nextId(), ...rest } = named.delivery;
    return { ...named, delivery: { ...rest, fill_id, leg_id } };
  },
});

const transferIn = change({
  path: '/transfers-in',
  command: 'TransferIn',
  summary: 'Move in what was held elsewhere',
  description: 'The price is what one unit cost; null where nobody knows, and then no result is made up.',
  headers: append,
  status: 201,
  body: transferInPayload.partial({ fill_id: true }).extend({ occurred_at: occurredAt }),
  payload: ({ fill_id, ...transfer }, nextId) => ({ ...transfer, fill_id: fill_id ?? nextId() }),
});

const transferOut = change({
  path: '/transfers-out',
  command: 'TransferOut',
  summary: 'Move out to another account',
  description: 'It leaves at its cost and earns nothing here.',
  headers: append,
  status: 201,
  body: transferOutPayload.partial({ fill_id: true }).extend({ occurred_at: occurredAt }),
  payload: ({ fill_id, ...transfer }, nextId) => ({ ...transfer, fill_id: fill_id ?? nextId() }),
});

const attach = change({
  path: '/attach',
  command: 'AttachFills',
  summary: 'Bring fills here from another position',
  headers: edit,
  body: attachFillsPayload.omit({ spare_leg_ids: true }),
  payload: (body, nextId) => ({ ...body, spare_leg_ids: body.fill_ids.map(nextId) }),
});

const detach = change({
  path: '/detach',
  command: 'DetachFills',
  summary: 'Make fills a position of their own',
  headers: edit,
  status: 201,
  body: detachFillsPayload.omit({ position_id: true, leg_ids: true }),
  payload: (body, nextId) => ({ ...body, position_id: nextId(), leg_ids: body.fill_ids.map(nextId) }),
  leadsTo: positionOfLast('PositionCreated'),
});

const split = change({
  path: '/split',
  command: 'SplitPosition',
  summary: 'Make legs a position of their own, with their fills',
  headers: edit,
  status: 201,
  body: splitPositionPayload.omit({ position_id: true }),
  payload: (body, nextId) => ({ ...body, position_id: nextId() }),
  leadsTo: positionOfLast('PositionCreated'),
});

const merge = change({
  path: '/merge',
  command: 'MergePositions',
  summary: 'Bring everything of another position here',
  description: 'The other one ends closed and says where it went.',
  headers: edit,
  body: mergePositionsPayload,
  payload: (body) => body,
});

const linkRiskArtifact = change({
  path: '/risk-artifact',
  command: 'LinkRiskArtifact',
  summary: 'Note which risk artifact was computed from a position',
  description: 'Only the reference is kept; its mathematics stay where they were done.',
  headers: append,
  body: linkRiskArtifactPayload,
  payload: (body) => body,
});

export const positionChangeRoutes: readonly Route[] = [
  adjust,
  recordFill,
  correctFill,
  voidFill,
  close,
  settle,
  transferIn,
  transferOut,
  attach,
  detach,
  split,
  merge,
  linkRiskArtifact,
];
