import { idSchema } from '@taffrail/domain/kernel';
import { positionSnapshot } from '@taffrail/domain/tradelog';
import { eventOf, eventSchema } from '@taffrail/sync';
import { z } from 'zod';
import { defineRoute, nextAfter, placeFrom, placeSchema, wholeNumber, type Route } from '../../http/index.ts';
import { findPosition, noSuchPosition, viewOf } from '../positionDoor.ts';
import { listPositions } from '../positionList.ts';
import { metadataShape, positionShape, snapshotShape } from '../shapes.ts';
import { positionParams as params } from './common.ts';

const tag = 'Positions';
const MOST_LISTED = 500;

const getPositions = defineRoute({
  method: 'GET',
  path: '/api/positions',
  summary: 'List positions',
  description: 'The newest first. Ask again with `next_after` for the next page.',
  tag,
  who: 'viewer',
  query: z.object({
    status: positionShape.shape.status.optional(),
    account_id: idSchema.optional(),
    symbol: z.string().max(64).optional(),
    underlying: z.string().max(64).optional(),
    strategy: metadataShape.shape.derived_strategy.optional(),
    campaign_id: idSchema.optional(),
    tag: z.string().max(64).optional(),
    after: placeSchema.optional().describe('`next_after` of the page before'),
    limit: wholeNumber(1, MOST_LISTED).default(100),
  }),
  answers: [
    {
      status: 200,
      description: 'A page of positions',
      schema: z.object({ positions: z.array(positionShape), next_after: z.string().nullable() }),
    },
  ],
  door({ workspace, query: { after, limit, ...filter } }) {
    const places = workspace.read((sql) => listPositions(sql, filter, placeFrom(after), limit));
    const now = workspace.now();
    const positions = places.map(({ id }) => {
      const found = findPosition(workspace, id);
      if (!found) throw new Error(`position ${id} is listed but is not there`);
      return viewOf(found, now);
    });
    return { status: 200, body: { positions, next_after: nextAfter(places, limit) } };
  },
});

const getPosition = defineRoute({
  method: 'GET',
  path: '/api/positions/:id',
  summary: 'Look at a position',
  tag,
  who: 'viewer',
  params,
  answers: [{ status: 200, description: 'The position with legs, fills and figures', schema: positionShape }],
  door({ workspace, params: { id } }) {
    const found = findPosition(workspace, id);
    if (!found) return noSuchPosition(id);
    return { status: 200, body: viewOf(found, workspace.now()), version: found.position.version };
  },
});

const getSnapshot = defineRoute({
  method: 'GET',
  path: '/api/positions/:id/snapshot',
  summary: 'Take a snapshot for another service',
  description: 'What is on and what has traded, for whoever works out risk from it.',
  tag,
  who: 'viewer',
  params,
  answers: [{ status: 200, description: 'The position as other services see it', schema: snapshotShape }],
  door({ workspace, params: { id } }) {
    const found = findPosition(workspace, id);
    if (!found) return noSuchPosition(id);
    return { status: 200, body: positionSnapshot(found.position, found.account, workspace.now()), version: found.position.version };
  },
});

const getHistory = defineRoute({
  method: 'GET',
  path: '/api/positions/:id/history',
  summary: 'Read everything that ever happened to a position',
  description: 'Its facts, oldest first, with what was corrected or voided since.',
  tag,
  who: 'viewer',
  params,
  answers: [{ status: 200, description: 'The facts', schema: z.object({ events: z.array(eventSchema) }) }],
  door({ workspace, params: { id } }) {
    const facts = workspace.historyOf({ aggregate_type: 'position', aggregate_id: id });
    return facts.length === 0 ? noSuchPosition(id) : { status: 200, body: { events: facts.map(eventOf) } };
  },
});

export const positionRoutes: readonly Route[] = [getPositions, getPosition, getSnapshot, getHistory];
