import { addMs } from '@taffrail/domain/kernel';
import { randomIds } from '../src/host/index.ts';

export const nextId = randomIds().next;

const FIRST_TRADE = '2025-02-05T14:30:00.000Z';
const BETWEEN_TRADES_MS = 7_000;
let trades = 0;

/** Commands of round trips in one stock: plan, buy, sell. What a busy day writes, without growing any one position. */
export interface BenchCommand {
  readonly command_id: string;
  readonly type: string;
  readonly aggregate_id: string;
  readonly payload: object;
  readonly occurred_at: string;
}

export function openBenchAccount(accountId: string): BenchCommand {
  const payload = { name: 'Bench', broker: 'Paper', currency: 'USD', zone: 'America/New_York' };
  return { command_id: nextId(), type: 'OpenAccount', aggregate_id: accountId, payload, occurred_at: '2025-02-05T14:00:00.000Z' };
}

/** The next trade of the day, with ids as devices make them: later ones sort behind earlier ones. */
export function roundTrip(accountId: string): readonly BenchCommand[] {
  const plannedAt = addMs(FIRST_TRADE, trades++ * BETWEEN_TRADES_MS);
  const [positionId, legId] = [nextId(), nextId()];
  const fill = (price: string, quantity: string, occurred_at: string): BenchCommand => ({
    command_id: nextId(),
    type: 'RecordFill',
    aggregate_id: positionId,
    payload: {
      fill_id: nextId(),
      leg_id: legId,
      price,
      quantity,
      fees: '0.35',
      next_position_id: nextId(),
      next_leg_id: nextId(),
      next_fill_id: nextId(),
    },
    occurred_at,
  });
  const create: BenchCommand = {
    command_id: nextId(),
    type: 'CreatePosition',
    aggregate_id: positionId,
    payload: {
      account_id: accountId,
      symbol: 'ACME',
      legs: [{ id: legId, instrument_type: 'stock', quantity: '100' }],
      plan: { entry: '50', stop: '49.5' },
    },
    occurred_at: plannedAt,
  };
  return [create, fill('50.01', '100', addMs(plannedAt, 1_000)), fill('50.75', '-100', addMs(plannedAt, 5_000))];
}
