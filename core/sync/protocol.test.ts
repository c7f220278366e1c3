import { contexts } from '@taffrail/domain';
import { expect, test } from 'vitest';
import { commandsRequestSchema, eventOf, eventSchema, syncLimits } from './index.ts';

const command = { command_id: 'a', type: 'OpenAccount', aggregate_id: '01955e1c-6d2b-7a3e-9f40-2b8c1d5e7a90', payload: {} };

test('as many commands fit a request as the limit says, and not one more', () => {
  const commands = (count: number) => ({ commands: Array.from({ length: count }, () => command) });
  expect(commandsRequestSchema.safeParse(commands(syncLimits.commandsPerRequest)).success).toBe(true);
  expect(commandsRequestSchema.safeParse(commands(syncLimits.commandsPerRequest + 1)).success).toBe(false);
  expect(commandsRequestSchema.safeParse(commands(0)).success).toBe(false);
});

test('the example in the description is a command that a context takes', () => {
  const [commands] = (commandsRequestSchema.shape.commands.meta()?.['examples'] ?? []) as { type: string; payload: unknown }[][];
  expect(commandsRequestSchema.safeParse({ commands }).success).toBe(true);
  for (const { type, payload } of commands ?? []) {
    const rule = contexts.flatMap((context) => context.commands).find((each) => each.type === type);
    expect(rule?.payload.safeParse(payload).success).toBe(true);
  }
});

test('an event is a fact without its actor', () => {
  const event = {
    event_id: command.aggregate_id,
    event_seq: 1,
    type: 'AccountClosed',
    aggregate_type: 'account',
    aggregate_id: command.aggregate_id,
    aggregate_version: 2,
    occurred_at: '2026-03-02T14:30:00.000Z',
    recorded_at: '2026-03-02T14:30:00.000Z',
    command_id: 'a',
    payload: {},
  };
  expect(eventOf({ ...event, actor: 'trader' })).toEqual(event);
  expect(eventSchema.parse(event)).toEqual(event);
});
