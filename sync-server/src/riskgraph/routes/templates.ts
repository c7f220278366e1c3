import { daySchema, idSchema, priceSchema, type Id } from '@taffrail/domain/kernel';
import { fromTemplate, legsRelativeTo, saveTemplatePayload, templateTermsSchema } from '@taffrail/domain/riskgraph';
import { z } from 'zod';
import { defineRoute, dispatch, idsOf, type Route } from '../../http/index.ts';
import { doorRefusals } from '../refusals.ts';
import { strategyShape, templateShape } from '../shapes.ts';
import { findStrategy, findTemplate, noSuchStrategy, noSuchTemplate, today } from '../states.ts';
import { changeTemplate, templateView } from '../template.ts';
import { changeStrategy, creation, edit, params } from './common.ts';

const tag = 'Strategy templates';
const shown = { description: 'The template', schema: templateShape };
const standpoint = {
  at_the_money: priceSchema.describe('The strike that offsets are counted from'),
  day: daySchema.optional().describe('The day that days are counted from; today when left out'),
};

const listTemplates = defineRoute({
  method: 'GET',
  path: '/api/risk-graph/templates',
  summary: 'List strategy templates',
  tag,
  who: 'viewer',
  answers: [{ status: 200, description: 'By name', schema: z.object({ templates: z.array(templateShape) }) }],
  door({ workspace }) {
    const rows = workspace.read((sql) => sql.all<{ id: Id }>('SELECT id FROM riskgraph_template WHERE active = 1 ORDER BY name, id'));
    const found = rows.flatMap(({ id }) => findTemplate(workspace, id) ?? []);
    return { status: 200, body: { templates: found.map((template) => templateView(workspace, template)) } };
  },
});

const { legs, symbol, underlying, ...about } = saveTemplatePayload.shape;

const saveTemplate = defineRoute({
  method: 'POST',
  path: '/api/risk-graph/templates',
  summary: 'Save a strategy template',
  description: 'Its strikes stand to the money and its expiries to the day. Say them outright, or name a strategy and where the money is.',
  tag,
  who: 'member',
  headers: creation,
  body: z
    .strictObject({
      ...about,
      id: idSchema.optional(),
      symbol: symbol.optional(),
      underlying: underlying.optional(),
      legs: legs.optional(),
      strategy_id: idSchema.optional(),
      at_the_money: standpoint.at_the_money.optional(),
    })
    .meta({ examples: [{ name: 'Butterfly above the money', strategy_id: '0194d7c0-0000-7000-8000-00000000000a', at_the_money: '6100' }] }),
  answers: [{ status: 201, ...shown }],
  door(asked) {
    const { id = idsOf(asked)(), strategy_id, at_the_money, ...body } = asked.body;
    const isNamed = strategy_id !== undefined && at_the_money !== undefined;
    if (isNamed === (body.legs !== undefined)) return doorRefusals.template_from_where();
    const from = strategy_id === undefined ? undefined : findStrategy(asked.workspace, strategy_id)?.state;
    if (strategy_id !== undefined && from === undefined) return noSuchStrategy(strategy_id);
    const day = today(asked.workspace.now());
    const drawn = from && at_the_money !== undefined ? { ...from, legs: legsRelativeTo(from.legs, { day, at_the_money }) } : undefined;
    const named = body.symbol ?? drawn?.symbol;
    const payload = { ...body, symbol: named, underlying: body.underlying ?? drawn?.underlying ?? named, legs: body.legs ?? drawn?.legs };
    return changeTemplate(asked, { type: 'SaveTemplate', aggregate_id: id, payload }, 201);
  },
});

const editTemplate = defineRoute({
  method: 'PATCH',
  path: '/api/risk-graph/templates/:id',
  summary: 'Change a strategy template',
  tag,
  who: 'member',
  params,
  headers: edit,
  body: templateTermsSchema.partial(),
  answers: [{ status: 200, ...shown }],
  door: (asked) => changeTemplate(asked, { type: 'ChangeTemplate', aggregate_id: asked.params.id, payload: asked.body }, 200),
});

const removeTemplate = defineRoute({
  method: 'DELETE',
  path: '/api/risk-graph/templates/:id',
  summary: 'Remove a strategy template',
  description: 'Strategies made from it stay.',
  tag,
  who: 'member',
  params,
  headers: edit,
  answers: [{ status: 204, description: 'Removed' }],
  async door(asked) {
    const answer = await dispatch(asked, { type: 'RemoveTemplate', aggregate_id: asked.params.id, payload: {} });
    return answer.outcome === 'refused' ? answer : { status: 204 };
  },
});

const drawTemplate = defineRoute({
  method: 'POST',
  path: '/api/risk-graph/templates/:id/use',
  summary: 'Make a strategy from a template',
  tag,
  who: 'member',
  params,
  headers: creation,
  body: z.strictObject(standpoint).meta({ examples: [{ at_the_money: '6100' }] }),
  answers: [{ status: 201, description: 'The strategy', schema: strategyShape }],
  door(asked) {
    const { workspace, params: named, body } = asked;
    const found = findTemplate(workspace, named.id);
    if (!found) return noSuchTemplate(named.id);
    const nextId = idsOf(asked);
    const at = { at_the_money: body.at_the_money, day: body.day ?? today(workspace.now()) };
    const payload = { ...fromTemplate(found.state, at, nextId), template_id: named.id };
    return changeStrategy(asked, { type: 'AddStrategy', aggregate_id: nextId(), payload }, 201);
  },
});

export const templateRoutes: readonly Route[] = [listTemplates, saveTemplate, editTemplate, removeTemplate, drawTemplate];
