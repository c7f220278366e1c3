import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Context, Stance, Versioned } from './context.ts';
import { isRefusal } from './refusal.ts';
import { settle } from './settle.ts';

const ID = '00000000-0000-7000-8000-000000000001';

const contextWith = (stance: Stance): Context => ({
  name: 'jar',
  aggregates: [{ type: 'jar', facts: { Put: z.strictObject({}) }, evolve: () => ({}) }],
  commands: [
    {
      type: 'Put',
      aggregate: 'jar',
      stance,
      payload: z.strictObject({}),
      decide: ({ aggregate_id }) => [{ aggregate_type: 'jar', aggregate_id, type: 'Put', payload: {} }],
    },
  ],
  refusals: {},
});

function ask(stance: Stance, own: Versioned | undefined, expected_version?: number): string | number {
  const command = {
    command_id: 'c',
    type: 'Put',
    aggregate_id: ID,
    payload: {},
    ...(expected_version !== undefined && { expected_version }),
  };
  const settled = settle([contextWith(stance)], command, () => own, '2026-03-10T20:00:00.000Z');
  return isRefusal(settled) ? settled.code : (settled.facts[0]?.aggregate_version ?? 0);
}

const third: Versioned = { version: 3, state: {} };

describe('a command that', () => {
  it('creates finds nothing', () => {
    expect(ask('creates', undefined)).toBe(1);
    expect(ask('creates', third)).toBe('already_exists');
  });

  it('appends finds something, and may name its version', () => {
    expect(ask('appends', undefined)).toBe('not_found');
    expect(ask('appends', third)).toBe(4);
    expect(ask('appends', third, 2)).toBe('version_conflict');
  });

  it('edits names the version it was made on', () => {
    expect(ask('edits', undefined, 1)).toBe('not_found');
    expect(ask('edits', third)).toBe('version_required');
    expect(ask('edits', third, 3)).toBe(4);
    expect(ask('edits', third, 0)).toBe('version_conflict');
  });

  it('puts finds something or nothing, and may say which', () => {
    expect(ask('puts', undefined)).toBe(1);
    expect(ask('puts', undefined, 0)).toBe(1);
    expect(ask('puts', undefined, 3)).toBe('not_found');
    expect(ask('puts', third)).toBe(4);
    expect(ask('puts', third, 3)).toBe(4);
    expect(ask('puts', third, 2)).toBe('version_conflict');
    expect(ask('puts', third, 0)).toBe('version_conflict');
  });
});
