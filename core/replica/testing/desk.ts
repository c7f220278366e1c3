import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { isRefusal, type Json } from '@taffrail/domain/kernel';
import { responseId, type ResponseSubject } from '@taffrail/domain/playbooks';
import { openReplica, positionRows, responseRows, type Replica, type ServerLine, type Wish } from '../index.ts';
import { idOf } from './ids.ts';
export { idOf };
import { openMemoryServer } from './memoryServer.ts';
import { openOrigin } from './origin.ts';
import { until } from './until.ts';

Dexie.dependencies = { indexedDB: new IDBFactory(), IDBKeyRange };

let books = 0;
export const freshBookId = (): string => `book-${(books += 1)}`;

export const ACCOUNT = idOf(1);
export const openAccount: Wish = {
  type: 'OpenAccount',
  aggregate_id: ACCOUNT,
  payload: { name: 'Main', broker: 'Paper', currency: 'USD', zone: 'America/New_York', session_start: '00:00' },
};

export const positionId = (n: number): string => idOf(1_000 + n * 10);
export const legId = (n: number): string => idOf(1_001 + n * 10);

export function createPosition(n: number, more: { readonly [field: string]: Json } = {}): Wish {
  const legs = [{ id: legId(n), instrument_type: 'stock', quantity: '100' }];
  return { type: 'CreatePosition', aggregate_id: positionId(n), payload: { account_id: ACCOUNT, symbol: 'AAPL', legs, ...more } };
}

export const playbookId = (n: number): string => idOf(100_000 + n);
export const versionId = (n: number): string => idOf(200_000 + n);

/** The same playbook, published anew by its threshold. */
export function publishPlaybook(n: number, version: number, base_version_id: string | null, best = '0.9'): Wish {
  const fields = [
    { key: 'trend', label: 'With the trend', type: 'boolean' },
    { key: 'side', label: 'Side', type: 'select', validation: { options: ['long', 'short'] } },
    { key: 'stop', label: 'Stop', type: 'number', weight: '0' },
    { key: 'thesis', label: 'Thesis', type: 'text', weight: '0' },
  ];
  const content = { name: `Playbook ${n}`, purpose: 'pre', fields, grade_thresholds: { A: best, B: '0.4', C: '0.3' } };
  return { type: 'PublishPlaybook', aggregate_id: playbookId(n), payload: { version_id: versionId(version), content, base_version_id } };
}

export const aPosition = (n: number): ResponseSubject => ({ type: 'position', id: positionId(n) });
export const anInstrument: ResponseSubject = { type: 'instrument', day: '2026-03-10', symbol: 'SPX' };

/** Under the one id that follows from what it is about. */
export function submitResponse(
  subject: ResponseSubject,
  playbook: number,
  version: number,
  values: { readonly [key: string]: Json },
): Wish {
  const aggregate_id = responseId(subject, playbookId(playbook));
  const payload = { subject, playbook_id: playbookId(playbook), version_id: versionId(version), values };
  return { type: 'SubmitResponse', aggregate_id, payload };
}

let fills = 0;

export function recordFill(n: number, quantity: string, price = '10'): Wish {
  fills += 4;
  const payload = {
    fill_id: idOf(500_000 + fills),
    leg_id: legId(n),
    quantity,
    price,
    next_position_id: idOf(500_001 + fills),
    next_leg_id: idOf(500_002 + fills),
    next_fill_id: idOf(500_003 + fills),
  };
  return { type: 'RecordFill', aggregate_id: positionId(n), payload };
}

/** A device with a book of its own, its server, and whatever tabs a test opens. */
export function openDesk({ attached = true } = {}) {
  const origin = openOrigin();
  const { surroundings } = origin;
  // A server's clock is never quite the device's, so whatever is recorded twice is recorded at two moments.
  const server = openMemoryServer(() => new Date(surroundings.clock.nowMs() + 1_234).toISOString());
  const bookId = freshBookId();
  const tabs: Replica[] = [];

  async function openTab(line: ServerLine | undefined = attached ? server.line : undefined): Promise<Replica> {
    const replica = await openReplica({ bookId, projections: [positionRows, responseRows], surroundings, ...(line && { server: line }) });
    tabs.push(replica);
    return replica;
  }

  /** Another device of the same trader. */
  async function openDevice(line: ServerLine = server.line): Promise<Replica> {
    const other = openOrigin();
    const replica = await openReplica({
      bookId: freshBookId(),
      projections: [positionRows, responseRows],
      surroundings: other.surroundings,
      server: line,
    });
    tabs.push(replica);
    return replica;
  }

  return {
    ...origin,
    server,
    bookId,
    openTab,
    openDevice,
    async close() {
      for (const tab of tabs.splice(0)) await tab.close();
    },
  };
}

/** Does it, or fails with the reason it was refused for. */
export async function does(replica: Replica, ...wishes: readonly Wish[]): Promise<void> {
  const answer = await replica.dispatch(...wishes);
  if (isRefusal(answer)) throw new Error(answer.sentence);
}

export async function allSent(replica: Replica): Promise<void> {
  await until('everything has reached the server', async () => (await replica.waitingCommands()).length === 0);
}
