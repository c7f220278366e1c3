import { idSchema, isRefusal, kernelRefusals, type Versioned } from '@taffrail/domain/kernel';
import { addStrategyPayload, changeStrategyPayload, fromSnapshot, versionSchema } from '@taffrail/domain/riskgraph';
import { positionSnapshot, type Account, type Position } from '@taffrail/domain/tradelog';
import { z } from 'zod';
import { defineRoute, idsOf, type Route } from '../../http/index.ts';
import { geometryBody, legBody, legsFrom, namedLegs } from '../legs.ts';
import { doorRefusals } from '../refusals.ts';
import { strategyShape } from '../shapes.ts';
import { activeStrategies, findStrategy, noSuchStrategy, strategyView } from '../states.ts';
import { changeStrategy, creation, edit, params, strategyReply } from './common.ts';

const tag = 'Risk graph';
const shown = { description: 'The strategy', schema: strategyShape };

const listStrategies = defineRoute({
  method: 'GET',
  path: '/api/risk-graph/strategies',
  summary: 'List the strategies on the graph',
  tag,
  who: 'viewer',
  answers: [{ status: 200, description: 'In the order they were put in', schema: z.object({ strategies: z.array(strategyShape) }) }],
  door({ workspace }) {
    const now = workspace.now();
    return { status: 200, body: { strategies: activeStrategies(workspace).map((found, place) => strategyView(found, place, now)) } };
  },
});

const { legs: _, ...terms } = addStrategyPayload.shape;

const butterfly = {
  symbol: 'SPX',
  underlying: 'I:SPX',
  strategy: 'butterfly',
  side: 'call',
  strike: '6100',
  width: '25',
  dte: 3,
  debit: '2.35',
};

const addStrategy = defineRoute({
  method: 'POST',
  path: '/api/risk-graph/strategies',
  summary: 'Add a strategy',
  description: 'Of any legs; or of one of the three structures that are said in one line: single, vertical, butterfly.',
  tag,
  who: 'member',
  headers: creation,
  body: z
    .strictObject({
      ...terms,
      ...geometryBody.shape,
      underlying: terms.underlying.optional(),
      id: idSchema.optional(),
      legs: z.array(legBody).optional(),
    })
    .meta({ examples: [butterfly] }),
  answers: [{ status: 201, ...shown }],
  door(asked) {
    const nextId = idsOf(asked);
    const { id = nextId(), legs, strategy, side, strike, width, expiration, dte, underlying, ...said } = asked.body;
    const about = { symbol: said.symbol, underlying: underlying ?? said.symbol };
    const ground = { ...about, workspace: asked.workspace, nextId };
    const drawn = legsFrom({ legs, strategy, side, strike, width, expiration, dte }, ground);
    if (isRefusal(drawn)) return drawn;
    const payload = { ...said, ...about, legs: drawn };
    return changeStrategy(asked, { type: 'AddStrategy', aggregate_id: id, payload }, 201);
  },
});

const drawPosition = defineRoute({
  method: 'POST',
  path: '/api/risk-graph/strategies/from-position',
  summary: 'Draw a position',
  description: 'What it holds, or what a plan is to hold, at what was paid for it. The position stays as it is.',
  tag,
  who: 'member',
  headers: creation,
  body: z.strictObject({ position_id: idSchema }),
  answers: [{ status: 201, ...shown }],
  door(asked) {
    const { workspace, body } = asked;
    const ref = { aggregate_type: 'position', aggregate_id: body.position_id };
    const position = workspace.state(ref) as Versioned<Position> | undefined;
    if (position === undefined) return kernelRefusals.not_found({ noun: 'position', id: body.position_id });
    const account = workspace.state({ aggregate_type: 'account', aggregate_id: position.state.account_id })?.state as Account;
    const held = fromSnapshot(positionSnapshot(position, account, workspace.now()));
    if (held === undefined) return doorRefusals.nothing_held({ position_id: body.position_id });
    const payload = { ...held, position_id: body.position_id };
    return changeStrategy(asked, { type: 'AddStrategy', aggregate_id: idsOf(asked)(), payload }, 201);
  },
});

const getStrategy = defineRoute({
  method: 'GET',
  path: '/api/risk-graph/strategies/:id',
  summary: 'Look at a strategy',
  tag,
  who: 'viewer',
  params,
  answers: [{ status: 200, ...shown }],
  door: (asked) =>
    findStrategy(asked.workspace, asked.params.id) ? strategyReply(asked, asked.params.id, 200) : noSuchStrategy(asked.params.id),
});

const editStrategy = defineRoute({
  method: 'PATCH',
  path: '/api/risk-graph/strategies/:id',
  summary: 'Change a strategy',
  description: 'What is left out stays as it was. Each change is a line of its audit trail, with the reason if one is given.',
  tag,
  who: 'member',
  params,
  headers: edit,
  body: changeStrategyPayload
    .extend({ legs: z.array(legBody).optional() })
    .meta({ examples: [{ debit: '2.10', reason: 'The mid moved' }] }),
  answers: [{ status: 200, ...shown }],
  door(asked) {
    const { legs: said, ...body } = asked.body;
    const found = findStrategy(asked.workspace, asked.params.id);
    if (!found) return noSuchStrategy(asked.params.id);
    const { symbol = found.state.symbol, underlying = found.state.underlying } = body;
    const legs = said && namedLegs(said, { symbol, underlying, workspace: asked.workspace, nextId: idsOf(asked) });
    if (legs !== undefined && isRefusal(legs)) return legs;
    const payload = { ...body, ...(legs && { legs }) };
    return changeStrategy(asked, { type: 'ChangeStrategy', aggregate_id: asked.params.id, payload }, 200);
  },
});

const removeStrategy = defineRoute({
  method: 'DELETE',
  path: '/api/risk-graph/strategies/:id',
  summary: 'Take a strategy off the graph',
  description: 'Its audit trail stays, and it can be restored.',
  tag,
  who: 'member',
  params,
  query: z.object({ reason: z.string().max(255).optional().describe('For the audit trail') }),
  headers: edit,
  answers: [{ status: 200, ...shown }],
  door: (asked) =>
    changeStrategy(asked, { type: 'RemoveStrategy', aggregate_id: asked.params.id, payload: { reason: asked.query.reason ?? null } }, 200),
});

const restoreStrategy = defineRoute({
  method: 'POST',
  path: '/api/risk-graph/strategies/:id/restore',
  summary: 'Put a strategy back on the graph',
  tag,
  who: 'member',
  params,
  headers: edit,
  answers: [{ status: 200, ...shown }],
  door: (asked) => changeStrategy(asked, { type: 'RestoreStrategy', aggregate_id: asked.params.id, payload: {} }, 200),
});

const listVersions = defineRoute({
  method: 'GET',
  path: '/api/risk-graph/strategies/:id/versions',
  summary: "Read a strategy's audit trail",
  tag,
  who: 'viewer',
  params,
  answers: [{ status: 200, description: 'Oldest first', schema: z.object({ versions: z.array(versionSchema) }) }],
  door({ workspace, params: { id } }) {
    const found = findStrategy(workspace, id);
    return found ? { status: 200, body: { versions: found.state.versions } } : noSuchStrategy(id);
  },
});

export const strategyRoutes: readonly Route[] = [
  listStrategies,
  addStrategy,
  drawPosition,
  getStrategy,
  editStrategy,
  removeStrategy,
  restoreStrategy,
  listVersions,
];
