import type { Id } from '@taffrail/domain/kernel';
import { marketViewId, marketViewSchema } from '@taffrail/domain/riskgraph';
import { z } from 'zod';
import { defineRoute, dispatch, type Route } from '../../http/index.ts';
import { findView } from '../states.ts';
import { creation } from './common.ts';

const tag = 'Risk graph';

const listViews = defineRoute({
  method: 'GET',
  path: '/api/risk-graph/views',
  summary: 'List views of the market',
  description: 'Where somebody takes an underlying to stand, and how it varies.',
  tag,
  who: 'viewer',
  answers: [{ status: 200, description: 'One for each underlying', schema: z.object({ views: z.array(marketViewSchema) }) }],
  door({ workspace }) {
    const rows = workspace.read((sql) => sql.all<{ id: Id }>('SELECT id FROM riskgraph_view ORDER BY underlying'));
    return { status: 200, body: { views: rows.flatMap(({ id }) => findView(workspace, id)?.state ?? []) } };
  },
});

const setView = defineRoute({
  method: 'PUT',
  path: '/api/risk-graph/views',
  summary: 'Say where an underlying stands, and how it varies',
  tag,
  who: 'member',
  headers: creation,
  body: marketViewSchema,
  answers: [{ status: 200, description: 'The view', schema: marketViewSchema }],
  async door(asked) {
    const answer = await dispatch(asked, { type: 'SetMarketView', aggregate_id: marketViewId(asked.body.underlying), payload: asked.body });
    return answer.outcome === 'refused' ? answer : { status: 200, body: asked.body };
  },
});

export const marketViewRoutes: readonly Route[] = [listViews, setView];
