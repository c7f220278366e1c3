import { randomUUID } from 'node:crypto';

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
  return { command_id: randomUUID(), type: 'OpenAccount', aggregate_id: accountId, payload, occurred_at: '2025-02-05T14:00:00.000Z' };
}

export function roundTrip(accountId: string): readonly BenchCommand[] {
  const [positionId, legId] = [randomUUID(), randomUUID()];
  const fill = (price: string, quantity: string, occurred_at: string): BenchCommand => ({
    command_id: randomUUID(),
    type: 'RecordFill',
    aggregate_id: positionId,
    payload: {
      fill_id: randomUUID(),
      leg_id: legId,
      price,
      quantity,
      fees: '0.35',
      next_position_id: randomUUID(),
      next_leg_id: randomUUID(),
      next_fill_id: randomUUID(),
    },
    occurred_at,
  });
  const create: BenchCommand = {
    command_id: randomUUID(),
    type: 'CreatePosition',
    aggregate_id: positionId,
    payload: {
      account_id: accountId,
      symbol: 'ACME',
      legs: [{ id: legId, instrument_type: 'stock', quantity: '100' }],
      plan: { entry: '50', stop: '49.5' },
    },
    occurred_at: '2025-02-05T14:30:00.000Z',
  };
  return [create, fill('50.01', '100', '2025-02-05T14:31:00.000Z'), fill('50.75', '-100', '2025-02-05T15:10:00.000Z')];
}
