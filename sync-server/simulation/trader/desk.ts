import type { Attachment } from '@taffrail/domain/attachments';
import type { RulesOverTime } from '@taffrail/domain/discipline';
import { addMs, calendarDayOf, decimal, decimalText, type Id, type Instant, type Versioned } from '@taffrail/domain/kernel';
import type { PhaseProgress, Settings } from '@taffrail/domain/phases';
import type { Playbook, PlaybookResponse } from '@taffrail/domain/playbooks';
import type { Strategy, StrategyTemplate } from '@taffrail/domain/riskgraph';
import type { Account, JournalEntry, Order, Position } from '@taffrail/domain/tradelog';
import type { Device, Wish } from '../device.ts';
import type { Random } from '../random.ts';

/** Something a trader may think of doing; nothing where there is no occasion. */
export interface Habit {
  readonly weight: number;
  think(desk: Desk): Wish | undefined;
}

/** What lies before the trader: everything in the book as the device shows it, and the trader's own whims. */
export interface Desk {
  readonly random: Random;
  readonly accounts: readonly Shown<Account>[];
  readonly positions: readonly Shown<Position>[];
  readonly orders: readonly Shown<Order>[];
  readonly entries: readonly Shown<JournalEntry>[];
  readonly attachments: readonly Shown<Attachment>[];
  readonly playbooks: readonly Shown<Playbook>[];
  readonly responses: readonly Shown<PlaybookResponse>[];
  readonly strategies: readonly Shown<Strategy>[];
  readonly templates: readonly Shown<StrategyTemplate>[];
  readonly rules: Shown<RulesOverTime> | undefined;
  readonly progress: Shown<PhaseProgress> | undefined;
  readonly settings: Shown<Settings> | undefined;
  now(): Instant;
  newId(): Id;
  price(): string;
  fees(): string;
  /** So many calendar days from today. */
  day(days: number): string;
}

export interface Shown<State> {
  readonly id: Id;
  readonly version: number;
  readonly state: State;
}

const DAY_MS = 86_400_000;

export function deskOf(device: Device, random: Random, newId: () => Id): Desk {
  const outlook = device.outlook();
  const now = device.now();
  const shown = <State>(type: string): Shown<State>[] =>
    outlook.all(type).map(([id, versioned]) => ({ id, ...(versioned as Versioned<State>) }));
  return {
    random,
    newId,
    now: () => now,
    accounts: shown('account'),
    positions: shown('position'),
    orders: shown('order'),
    entries: shown('journal_entry'),
    attachments: shown('attachment'),
    playbooks: shown('playbook'),
    responses: shown('playbook_response'),
    strategies: shown('strategy'),
    templates: shown('strategy_template'),
    rules: shown<RulesOverTime>('trading_rules')[0],
    progress: shown<PhaseProgress>('phase_progress')[0],
    settings: shown<Settings>('phase_settings')[0],
    price: () => hundredths(random.between(5, 60_000)),
    fees: () => hundredths(random.pick([0, 0, 65, 130, random.between(-50, 900)])),
    day: (days) => calendarDayOf(addMs(now, days * DAY_MS), 'UTC'),
  };
}

const hundredths = (count: number): string => decimalText({ coefficient: BigInt(count), scale: 2 });

/** One of those that fit, mostly a recent one: that is what two devices then both work on. */
export function someOf<State>(random: Random, shown: readonly Shown<State>[], fits: (state: State) => boolean): Shown<State> | undefined {
  const fitting = shown.filter(({ state }) => fits(state));
  if (fitting.length === 0) return undefined;
  return random.pick(random.chance(0.7) ? fitting.slice(-3) : fitting);
}

export const isUnmerged = ({ merged_into }: Position): boolean => merged_into === null;

export const liveFills = ({ fills }: Position) => fills.filter(({ voided }) => !voided);

/** What a leg holds, as far as the trader can tell. */
export function heldOf(position: Position, legId: Id): bigint {
  const quantities = liveFills(position).filter(({ leg_id }) => leg_id === legId);
  return quantities.reduce((sum, { quantity }) => sum + decimal(quantity).coefficient, 0n);
}

export const heldLegs = (position: Position) => position.legs.filter(({ id }) => heldOf(position, id) !== 0n);

/** A leg that has expired can only have traded before. */
export function tradedAt(desk: Desk, expiry: string | null): Instant {
  const { random } = desk;
  if (expiry !== null && expiry <= desk.day(0)) return `${desk.day(-8)}T${random.between(10, 23)}:00:00.000Z`;
  return random.chance(0.8) ? desk.now() : addMs(desk.now(), -random.between(1, 2 * DAY_MS));
}
