import { isDeepStrictEqual } from 'node:util';
import { instantFromMs, type Fact, type Versioned } from '@taffrail/domain/kernel';
import { eventOf, type CommandAnswer } from '@taffrail/sync';
import { sha256 } from '../src/host/index.ts';
import { openMemory } from '../src/storage/index.ts';
import { verify, type ReadSql, type ServerContext } from '../src/workspace/index.ts';
import { factsOf, type Book } from './book.ts';
import type { Device } from './device.ts';
import { refKey } from './outlook.ts';

export type Fail = (what: string) => void;

/** Holds one book, with nobody writing any more, against everything that was sent to it and everything it said. */
export function checkBook(id: string, book: Book, contexts: readonly ServerContext[], devices: readonly Device[], report: Fail): void {
  const fail = (what: string): void => report(`${id}: ${what}`);
  const facts = factsOf(book);
  checkVerified(book, contexts, fail);
  checkSequence(facts, fail);
  checkStoredWasSent(facts, book, fail);
  checkAcknowledgedIsStored(facts, book, fail);
  checkReplicas(book.sql, devices, fail);
}

function checkVerified({ sql, head }: Book, contexts: readonly ServerContext[], fail: Fail): void {
  const scratch = openMemory();
  try {
    const { findings } = verify({ sql, contexts, witnessed: head.read(), sha256, scratch: scratch.sql });
    for (const { code, sentence } of findings) fail(`verify says ${code}: ${sentence}`);
  } finally {
    scratch.close();
  }
}

function checkSequence(facts: readonly Fact[], fail: Fail): void {
  const finished = new Set<string>();
  facts.forEach((fact, index) => {
    if (fact.event_seq !== index + 1) fail(`fact ${index + 1} is missing; ${fact.event_seq} is in its place`);
    const previous = facts[index - 1];
    if (previous && previous.command_id !== fact.command_id) finished.add(previous.command_id);
    if (finished.has(fact.command_id)) fail(`command ${fact.command_id} took effect twice: again at fact ${fact.event_seq}`);
  });
}

function checkStoredWasSent(facts: readonly Fact[], { history }: Book, fail: Fail): void {
  for (const fact of facts) {
    const senders = (history.made.get(fact.command_id) ?? []).map(({ device }) => device);
    if (fact.actor !== 'schedule' && !senders.includes(fact.actor)) {
      fail(`fact ${fact.event_seq} (${fact.type}) is of command ${fact.command_id}, which ${fact.actor} never sent`);
    }
  }
}

function checkAcknowledgedIsStored(facts: readonly Fact[], { history }: Book, fail: Fail): void {
  for (const answer of history.answers.values()) {
    if (answer.outcome === 'refused') continue;
    const stored = facts.filter((fact) => fact.command_id === answer.command_id).map(eventOf);
    if (!isDeepStrictEqual(stored, answer.events))
      fail(`command ${answer.command_id} was acknowledged, and not all of its facts are stored`);
  }
  const accepted = new Set([...history.answers.values()].filter(isAccepted).map(({ command_id }) => command_id));
  for (const answer of history.answers.values()) {
    const wronged = answer.outcome === 'refused' && answer.code !== 'command_id_reused' && !accepted.has(answer.command_id);
    if (wronged && facts.some(({ command_id }) => command_id === answer.command_id))
      fail(`command ${answer.command_id} was refused, and took effect`);
  }
}

const isAccepted = (answer: CommandAnswer): boolean => answer.outcome !== 'refused';

function checkReplicas(sql: ReadSql, devices: readonly Device[], fail: Fail): void {
  const stored = sql
    .all<{ aggregate_type: string; aggregate_id: string; version: number; state: string }>('SELECT * FROM aggregate')
    .map((row) => [refKey(row), { version: row.version, state: JSON.parse(row.state) as unknown }] as const);
  for (const device of devices) {
    const copies = new Map<string, Versioned>(device.states);
    for (const [key, state] of stored) {
      if (!isDeepStrictEqual(copies.get(key), state)) fail(`${device.name} sees ${key} otherwise than the server`);
      copies.delete(key);
    }
    for (const key of copies.keys()) fail(`${device.name} sees ${key}, which the server does not have`);
  }
}

export function isAnythingDue({ sql }: Book, nowMs: number): boolean {
  return sql.all('SELECT 1 FROM job WHERE due_at <= ? LIMIT 1', instantFromMs(nowMs)).length > 0;
}

const LATEST_MS = 15_000;

/** Whatever happened to the process that should have done it. */
export function checkNothingOverdue(id: string, { sql }: Book, nowMs: number, fail: Fail): void {
  const overdue = sql.all<{ kind: string; due_at: string }>(
    'SELECT kind, due_at FROM job WHERE due_at < ?',
    instantFromMs(nowMs - LATEST_MS),
  );
  for (const { kind, due_at } of overdue) fail(`${id}: the job ${kind} was due at ${due_at} and has not been done`);
}

/** But of version 8: those follow from what they name, such as a day, which there is in every book. */
const ANY_ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-79a-f][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Every id in the world is made once, so one that turns up in two books has crossed over. */
export function checkNothingCrossed(books: ReadonlyMap<string, Book>, fail: Fail): void {
  const owners = new Map<string, string>();
  for (const [name, { sql }] of books) {
    for (const id of idsIn(sql)) {
      const owner = owners.get(id);
      if (owner !== undefined) fail(`${id} is in the books of both ${owner} and ${name}`);
      owners.set(id, name);
    }
  }
}

function idsIn(sql: ReadSql): Set<string> {
  const tables = sql.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
  return new Set(tables.flatMap(({ name }) => JSON.stringify(sql.all(`SELECT * FROM ${name}`)).match(ANY_ID) ?? []));
}
