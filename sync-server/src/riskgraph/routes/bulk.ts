import { randomUUID } from 'node:crypto';
import { asJson, idSchema, isRefusal } from '@taffrail/domain/kernel';
import { strategiesFile, strategiesFromFile, strategyOrderId, strategyTermsSchema } from '@taffrail/domain/riskgraph';
import { z } from 'zod';
import { defineRoute, dispatch, idsOf, type Route } from '../../http/index.ts';
import { strategyShape } from '../shapes.ts';
import { activeStrategies, strategyView } from '../states.ts';
import { creation } from './common.ts';

const tag = 'Risk graph';
const listed = z.object({ strategies: z.array(strategyShape) });

const fileShape = z.strictObject({
  format: z.literal('taffrail.strategies'),
  version: z.literal(1),
  strategies: z.array(
    z.strictObject({ ...strategyTermsSchema.shape, legs: z.array(strategyTermsSchema.shape.legs.element.omit({ id: true })) }),
  ),
});

const exportStrategies = defineRoute({
  method: 'GET',
  path: '/api/risk-graph/strategies/export',
  summary: 'Export the strategies on the graph',
  description: 'As a file of its own, which any Taffrail imports.',
  tag,
  who: 'viewer',
  answers: [{ status: 200, description: 'What such a file says', schema: fileShape }],
  door: ({ workspace }) => ({ status: 200, body: strategiesFile(activeStrategies(workspace).map(({ state }) => state)) }),
});

const old = { strategy: 'vertical', side: 'put', strike: 6000, width: 50, dte: 7, expiration: '2030-03-15', debit: 4.2, visible: true };

const importStrategies = defineRoute({
  method: 'POST',
  path: '/api/risk-graph/strategies/import',
  summary: 'Import strategies',
  description: 'From an exported file, or a list as older versions kept it in a browser. All of it is understood, or nothing comes in.',
  tag,
  who: 'member',
  headers: creation,
  body: z.union([z.looseObject({}), z.array(z.looseObject({}))]).meta({ examples: [{ strategies: [old] }] }),
  answers: [{ status: 201, description: 'What came in', schema: listed }],
  async door(asked) {
    const { workspace, actor, headers } = asked;
    const nextId = idsOf(asked);
    const read = strategiesFromFile(asked.body, nextId);
    if (isRefusal(read)) return read;
    const key = headers.idempotencyKey ?? randomUUID();
    const commands = read.map((payload, place) => ({
      command_id: `${key}/${place}`,
      type: 'AddStrategy',
      aggregate_id: nextId(),
      payload: asJson(payload),
    }));
    // Together, so that a file of hundreds waits for the disk once.
    const answers = await workspace.submitInOrder(commands, actor);
    const refused = answers.find((answer) => answer.outcome === 'refused');
    if (refused !== undefined) return refused;
    const ids = new Set(commands.map(({ aggregate_id }) => aggregate_id));
    const now = workspace.now();
    const added = activeStrategies(workspace).map((found, place) => strategyView(found, place, now));
    return { status: 201, body: { strategies: added.filter(({ id }) => ids.has(id)) } };
  },
});

const reorderStrategies = defineRoute({
  method: 'POST',
  path: '/api/risk-graph/strategies/reorder',
  summary: 'Put strategies in order',
  description: 'What is not named comes after what is.',
  tag,
  who: 'member',
  headers: creation,
  body: z.strictObject({ strategy_ids: z.array(idSchema) }),
  answers: [{ status: 200, description: 'In their order', schema: listed }],
  async door(asked) {
    const { workspace, body } = asked;
    const answer = await dispatch(asked, { type: 'ReorderStrategies', aggregate_id: strategyOrderId, payload: body });
    if (answer.outcome === 'refused') return answer;
    const now = workspace.now();
    return { status: 200, body: { strategies: activeStrategies(workspace).map((found, place) => strategyView(found, place, now)) } };
  },
});

/** Before what has an id in its place. */
export const bulkRoutes: readonly Route[] = [exportStrategies, importStrategies, reorderStrategies];
