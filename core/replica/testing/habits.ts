import { responseId, type Playbook } from '@taffrail/domain/playbooks';
import { marketViewId, riskArtifactId, strategyOrderId, type Strategy } from '@taffrail/domain/riskgraph';
import type { Position } from '@taffrail/domain/tradelog';
import fc from 'fast-check';
import type { Replica, Wish } from '../index.ts';
import {
  ACCOUNT,
  anInstrument,
  aPosition,
  createPosition,
  openAccount,
  playbookId,
  positionId,
  publishPlaybook,
  recordFill,
  submitResponse,
} from './desk.ts';
import { idOf } from './ids.ts';

export interface Habit {
  readonly verb:
    | 'open'
    | 'rename'
    | 'move_zone'
    | 'create'
    | 'fill'
    | 'tag'
    | 'void'
    | 'merge'
    | 'two_fills'
    | 'publish'
    | 'retire'
    | 'answer'
    | 'show'
    | 'link'
    | 'draw'
    | 'redraw'
    | 'undraw'
    | 'reorder'
    | 'see'
    | 'risk';
  readonly n: number;
  readonly other: number;
  readonly quantity: string;
}

const size = fc.integer({ min: 1, max: 3 });

export const habit: fc.Arbitrary<Habit> = fc.record({
  verb: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<Habit['verb']>('create', 'fill', 'fill', 'two_fills') },
    { weight: 2, arbitrary: fc.constantFrom<Habit['verb']>('tag', 'void', 'merge') },
    { weight: 3, arbitrary: fc.constantFrom<Habit['verb']>('publish', 'retire', 'answer', 'answer', 'show', 'link') },
    { weight: 3, arbitrary: fc.constantFrom<Habit['verb']>('draw', 'draw', 'redraw', 'undraw', 'reorder', 'see', 'risk') },
    { weight: 1, arbitrary: fc.constantFrom<Habit['verb']>('open', 'rename', 'move_zone') },
  ),
  n: fc.nat(3),
  other: fc.nat(3),
  quantity: fc.tuple(size, fc.boolean()).map(([units, sells]) => String(sells ? -units : units)),
});

/** What somebody looking at this device would ask of it; much of it will be refused at one time or another. */
export async function wishesOf({ verb, n, other, quantity }: Habit, replica: Replica): Promise<readonly Wish[]> {
  const position = await replica.state<Position>('position', positionId(n));
  const account = await replica.state('account', ACCOUNT);
  const onPosition = { aggregate_id: positionId(n), expected_version: position?.version ?? 1 };
  const onAccount = { type: 'ChangeAccount', aggregate_id: ACCOUNT, expected_version: account?.version ?? 1 };
  const wishes: { readonly [Verb in Habit['verb']]: readonly Wish[] } = {
    open: [openAccount],
    rename: [{ ...onAccount, payload: { name: `Main ${n}` } }],
    move_zone: [{ ...onAccount, payload: { zone: n % 2 === 0 ? 'Asia/Tokyo' : 'America/New_York' } }],
    create: [createPosition(n)],
    fill: [recordFill(n, quantity)],
    two_fills: [recordFill(n, quantity), recordFill(other, quantity)],
    tag: [{ type: 'AdjustPosition', ...onPosition, payload: { tags: [`tag ${other}`] } }],
    void: [{ type: 'VoidFill', ...onPosition, payload: { fill_id: position?.state.fills[0]?.id ?? positionId(404), reason: 'Typo' } }],
    ...(await playbookWishes(n, other, replica)),
    ...(await riskWishes(n, other, replica)),
    merge: [{ type: 'MergePositions', ...onPosition, payload: { from_position_id: positionId(other) } }],
  };
  return wishes[verb];
}

type AboutPlaybooks = Extract<Habit['verb'], 'publish' | 'retire' | 'answer' | 'show' | 'link'>;

/** Two playbooks, so that devices publish the same one at once and answer it about the same trade. */
async function playbookWishes(n: number, other: number, replica: Replica): Promise<{ readonly [Verb in AboutPlaybooks]: readonly Wish[] }> {
  const which = n % 2;
  const playbook = await replica.state<Playbook>('playbook', playbookId(which));
  const latest = playbook?.state.versions.at(-1);
  const published = (latest?.version ?? 0) + 1;
  const made = 100 * which + 10 * published + other;
  const answered = Number.parseInt(latest?.version_id.slice(-6) ?? '0', 16) - 200_000;
  const turn = playbook?.state.active === false ? 'ReactivatePlaybook' : 'RetirePlaybook';
  const aggregate_id = responseId(anInstrument, playbookId(which));
  const terms = { subject: anInstrument, playbook_id: playbookId(which) };
  const source = { kind: 'url', url: 'https://example.org/chart' };
  return {
    publish: [publishPlaybook(which, made, latest?.version_id ?? null, `0.${5 + other}`)],
    retire: [{ type: turn, aggregate_id: playbookId(which), expected_version: playbook?.version ?? 1, payload: {} }],
    answer: [submitResponse(other > 1 ? aPosition(n) : anInstrument, which, answered, { trend: n > 1, side: 'long', stop: String(n) })],
    show: [{ type: 'AddEvidence', aggregate_id, payload: { ...terms, evidence_id: idOf(300_000 + made), field_keys: ['trend'], source } }],
    link: [{ type: 'LinkResponse', aggregate_id, payload: { ...terms, position_id: positionId(other) } }],
  };
}

type AboutRisk = Extract<Habit['verb'], 'draw' | 'redraw' | 'undraw' | 'reorder' | 'see' | 'risk'>;

const strategyId = (n: number): string => idOf(400_000 + n);

/** Few strategies and one underlying, so that devices draw, change and put in order the same ones. */
async function riskWishes(n: number, other: number, replica: Replica): Promise<{ readonly [Verb in AboutRisk]: readonly Wish[] }> {
  const strategy = await replica.state<Strategy>('strategy', strategyId(n));
  const position = await replica.state<Position>('position', positionId(n));
  const onStrategy = { aggregate_id: strategyId(n), expected_version: strategy?.version ?? 1 };
  const terms = {
    expiry: '2026-04-17',
    strike: String(100 + other),
    right: 'call',
    exercise: 'american',
    quantity: '-1',
    multiplier: '100',
  };
  const legs = [{ id: idOf(410_000 + 10 * n + other), instrument_type: 'option', ...terms, ...(other > 1 && { volatility: '0.3' }) }];
  const view = {
    underlying: 'SPY',
    follows: 'spot',
    spot: String(100 + other),
    volatility: '0.2',
    rate: '0.04',
    dividend_yield: '0',
    skew: null,
  };
  const risk = { position_id: positionId(n), position_version: position?.version ?? 1 };
  const turn = strategy?.state.removed_at === null ? 'RemoveStrategy' : 'RestoreStrategy';
  return {
    draw: [{ type: 'AddStrategy', aggregate_id: strategyId(n), payload: { symbol: 'SPY', underlying: 'SPY', legs } }],
    redraw: [{ type: 'ChangeStrategy', ...onStrategy, payload: { debit: String(other), legs, reason: 'Rolled' } }],
    undraw: [{ type: turn, ...onStrategy, payload: {} }],
    reorder: [{ type: 'ReorderStrategies', aggregate_id: strategyOrderId, payload: { strategy_ids: [strategyId(n), strategyId(n + 1)] } }],
    see: [{ type: 'SetMarketView', aggregate_id: marketViewId('SPY'), payload: view }],
    risk: [{ type: 'ComputeRiskArtifact', aggregate_id: riskArtifactId(risk.position_id), payload: risk }],
  };
}
