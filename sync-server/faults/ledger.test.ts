import type { Command } from '@taffrail/domain/kernel';
import type { CommandAnswer, Event } from '@taffrail/sync';
import { beforeEach, describe, expect, test } from 'vitest';
import { openLedger, type Ledger } from './ledger.ts';

const command = (id: string): Command => ({ command_id: id, type: 'RecordFill', aggregate_id: 'p', payload: {} });

const event = (seq: number, commandId: string, payload: Event['payload'] = {}): Event => ({
  event_id: `e${seq}`,
  event_seq: seq,
  type: 'FillRecorded',
  aggregate_type: 'position',
  aggregate_id: 'p',
  aggregate_version: seq,
  occurred_at: '2025-02-05T10:30:00.000Z',
  recorded_at: '2025-02-05T10:30:00.000Z',
  command_id: commandId,
  payload,
});

const accepted = (commandId: string, ...events: Event[]): CommandAnswer => ({
  outcome: 'accepted',
  command_id: commandId,
  recorded_at: '2025-02-05T10:30:00.000Z',
  version: 1,
  events,
});

describe('a ledger', () => {
  let ledger: Ledger;
  beforeEach(() => {
    ledger = openLedger();
    ledger.send([command('a'), command('b')]);
    ledger.answer([accepted('a', event(1, 'a'), event(2, 'a'))]);
  });

  test('has nothing to say where log and answers agree', () => {
    ledger.read([event(1, 'a'), event(2, 'a'), event(3, 'b')]);
    expect(ledger.unanswered()).toEqual([command('b')]);
    ledger.answer([accepted('b', event(3, 'b'))]);
    ledger.readWhole([event(1, 'a'), event(2, 'a'), event(3, 'b')]);
    expect(ledger.failures).toEqual([]);
    expect(ledger.counts()).toEqual({ commands_sent: 2, commands_accepted: 2, commands_refused: 0, facts: 3 });
  });

  test('misses what was acknowledged and is not in the log', () => {
    ledger.read([event(1, 'a')]);
    expect(ledger.failures).toEqual([expect.stringContaining('fact 2 of command a was acknowledged')]);
  });

  test('notices a fact that reads differently from its answer', () => {
    ledger.read([event(1, 'a'), event(2, 'a', { price: '1' })]);
    expect(ledger.failures).toEqual([expect.stringContaining('fact 2 of command a was acknowledged')]);
  });

  test('notices a gap', () => {
    ledger.read([event(1, 'a'), event(2, 'a'), event(4, 'b')]);
    expect(ledger.failures).toEqual([expect.stringContaining('fact 3 should come next')]);
  });

  test('notices a command nobody sent', () => {
    ledger.read([event(1, 'a'), event(2, 'a'), event(3, 'c')]);
    expect(ledger.failures).toEqual([expect.stringContaining('a command never sent')]);
  });

  test('notices a command that took effect twice', () => {
    ledger.answer([accepted('b', event(4, 'b'))]);
    ledger.readWhole([event(1, 'a'), event(2, 'a'), event(3, 'b'), event(4, 'b')]);
    expect(ledger.failures).toEqual([expect.stringContaining('it took effect twice')]);
  });

  test('notices another answer to the same command', () => {
    ledger.answer([accepted('a', event(1, 'a'))]);
    expect(ledger.failures).toEqual([expect.stringContaining('answered differently')]);
  });

  test('asks for an answer to everything in the end', () => {
    ledger.readWhole([event(1, 'a'), event(2, 'a')]);
    expect(ledger.failures).toEqual([expect.stringContaining('command b was never answered')]);
  });
});
