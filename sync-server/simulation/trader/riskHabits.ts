import {
  marketViewId,
  riskArtifactId,
  strategyOrderId,
  type Strategy,
  type StrategyLeg,
  type StrategyTemplate,
} from '@taffrail/domain/riskgraph';
import { someOf, type Desk, type Habit } from './desk.ts';
import { someStructure } from './structures.ts';

export const riskHabits: readonly Habit[] = [
  { weight: 3, think: draw },
  { weight: 2.5, think: change },
  { weight: 1, think: remove },
  { weight: 1, think: restore },
  { weight: 1, think: reorder },
  { weight: 1, think: saveTemplate },
  { weight: 0.8, think: changeTemplate },
  { weight: 0.5, think: removeTemplate },
  { weight: 1.5, think: seeTheMarket },
  { weight: 1.5, think: lookAtRisk },
];

const isActive = ({ removed_at }: Strategy | StrategyTemplate): boolean => removed_at === null;

/** What a trader thinks of putting on, on the symbols that the positions are on. */
function draw(desk: Desk) {
  const { symbol, legs } = someStructure(desk);
  const terms = legs.map((leg): StrategyLeg => {
    const { right = null, expiry = null, strike = null, multiplier = leg.instrument_type === 'stock' ? '1' : '100' } = leg;
    const exercise = leg.instrument_type === 'option' ? desk.random.pick(['american', 'european'] as const) : null;
    return {
      ...leg,
      right,
      expiry,
      strike,
      multiplier,
      exercise,
      ...(exercise !== null && desk.random.chance(0.2) && { volatility: '0.35' }),
    };
  });
  return {
    type: 'AddStrategy',
    aggregate_id: desk.newId(),
    payload: { symbol, underlying: symbol, legs: terms.map((leg) => ({ ...leg })) },
  };
}

function change({ random, strategies, price }: Desk) {
  const strategy = someOf(random, strategies, isActive);
  const payload = random.pick([
    { debit: price(), reason: 'The mid moved' },
    { visible: strategy?.state.visible === false },
    { label: `Idea ${random.between(1, 9)}`, color: '#2f7fd0' },
  ]);
  return strategy && { type: 'ChangeStrategy', aggregate_id: strategy.id, expected_version: strategy.version, payload };
}

function remove({ random, strategies }: Desk) {
  const strategy = someOf(random, strategies, isActive);
  return strategy && { type: 'RemoveStrategy', aggregate_id: strategy.id, expected_version: strategy.version, payload: {} };
}

function restore({ random, strategies }: Desk) {
  const strategy = someOf(random, strategies, (state) => !isActive(state));
  return strategy && { type: 'RestoreStrategy', aggregate_id: strategy.id, expected_version: strategy.version, payload: {} };
}

function reorder({ strategies }: Desk) {
  if (strategies.length < 2) return undefined;
  const strategy_ids = strategies.map(({ id }) => id).toReversed();
  return { type: 'ReorderStrategies', aggregate_id: strategyOrderId, payload: { strategy_ids } };
}

function saveTemplate({ random, newId }: Desk) {
  const leg = {
    instrument_type: 'option',
    right: 'put',
    exercise: 'american',
    strike_offset: '-5',
    dte_target: 30,
    quantity: '-1',
    multiplier: '100',
  };
  const name = `Put below ${random.between(1, 9)}`;
  return { type: 'SaveTemplate', aggregate_id: newId(), payload: { name, symbol: 'SPY', underlying: 'SPY', legs: [leg] } };
}

function changeTemplate({ random, templates }: Desk) {
  const template = someOf(random, templates, isActive);
  const payload = { name: `Renamed ${random.between(1, 9)}` };
  return template && { type: 'ChangeTemplate', aggregate_id: template.id, expected_version: template.version, payload };
}

function removeTemplate({ random, templates }: Desk) {
  const template = someOf(random, templates, isActive);
  return template && { type: 'RemoveTemplate', aggregate_id: template.id, expected_version: template.version, payload: {} };
}

function seeTheMarket({ random, positions }: Desk) {
  const underlying = someOf(random, positions, () => true)?.state.underlying ?? 'SPY';
  const spot = String(random.between(90, 410));
  const skew = random.pick([null, { slope: '-0.2', curvature: '0.3' }]);
  const payload = {
    underlying,
    follows: 'spot',
    spot,
    volatility: random.pick(['0', '0.2', '0.6']),
    rate: '0.04',
    dividend_yield: '0.01',
    skew,
  };
  return { type: 'SetMarketView', aggregate_id: marketViewId(underlying), payload };
}

function lookAtRisk({ random, positions }: Desk) {
  const position = someOf(random, positions, ({ status }) => status !== 'closed');
  const payload = position && { position_id: position.id, position_version: position.version };
  return payload && { type: 'ComputeRiskArtifact', aggregate_id: riskArtifactId(payload.position_id), payload };
}
