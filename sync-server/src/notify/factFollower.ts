import type { Fact, Instant } from '@taffrail/domain/kernel';
import { StorageFault, type Defer, type ServerContext, type Sql, type Workspace } from '../workspace/index.ts';
import type { People } from '../identity/index.ts';
import type { Teller } from './telling.ts';

const FACTS_AT_ONCE = 500;
/** Noting each would cost a synced write for each commit; after a restart these many are looked through again, and nothing is told twice. */
const NOTED_EVERY_FACTS = 5_000;

export interface FollowerParts {
  readonly sql: Sql;
  readonly people: Pick<People, 'membersOf'>;
  readonly teller: Teller;
  readonly contexts: readonly ServerContext[];
  /** Undefined where it is closed; then it is followed when it is opened again. */
  readonly bookOf: (workspaceId: string) => Workspace | undefined;
  readonly defer: Defer;
  readonly failed: (what: string, error: unknown) => void;
}

interface Place {
  readonly logId: string;
  seq: number;
  notedSeq: number;
}

/** Looks through the facts of each book for what people should hear of, from where it stopped. */
export function openFactFollower({ sql, people, teller, contexts, bookOf, defer, failed }: FollowerParts) {
  const places = new Map<string, Place>();
  const asked = new Set<string>();

  /** Soon, and once for whatever is committed until then: nobody's answer waits for what others are told. */
  function follow(workspaceId: string): void {
    if (asked.has(workspaceId)) return;
    asked.add(workspaceId);
    defer(() => {
      asked.delete(workspaceId);
      const workspace = bookOf(workspaceId);
      try {
        if (workspace) lookThrough(workspaceId, workspace);
      } catch (error) {
        failed(`looking through workspace ${workspaceId} for what to tell`, error);
      }
    });
  }

  function lookThrough(workspaceId: string, workspace: Workspace): void {
    const place = placeIn(workspaceId, workspace);
    if (!place) return;
    for (;;) {
      const facts = workspace.facts(place.seq, FACTS_AT_ONCE);
      const last = facts.at(-1);
      if (!last) return;
      for (const fact of facts) tellUnlessFlawed(fact, workspaceId, workspace);
      place.seq = last.event_seq;
      if (place.seq - place.notedSeq >= NOTED_EVERY_FACTS) note(workspaceId, place);
    }
  }

  /** What happened before a book was first followed is history, and so is what another log brought in its place. */
  function placeIn(workspaceId: string, { logId, lastSeq }: Workspace): Place | undefined {
    const followed = places.get(workspaceId);
    // A book that nobody has claimed has nobody to be told.
    if (!followed && people.membersOf(workspaceId).length === 0) return undefined;
    const known = followed ?? notedPlace(workspaceId);
    const place = known?.logId === logId ? known : { logId, seq: lastSeq, notedSeq: lastSeq };
    if (place !== known) note(workspaceId, place);
    places.set(workspaceId, place);
    return place;
  }

  function notedPlace(workspaceId: string): Place | undefined {
    const [row] = sql.all<{ log_id: string; seq: number }>('SELECT log_id, seq FROM notice_cursor WHERE workspace_id = ?', workspaceId);
    return row && { logId: row.log_id, seq: row.seq, notedSeq: row.seq };
  }

  function note(workspaceId: string, place: Place): void {
    sql.run(
      `INSERT INTO notice_cursor (workspace_id, log_id, seq) VALUES (?, ?, ?)
       ON CONFLICT (workspace_id) DO UPDATE SET log_id = excluded.log_id, seq = excluded.seq`,
      workspaceId,
      place.logId,
      place.seq,
    );
    place.notedSeq = place.seq;
  }

  /** A fact that cannot be told of must not keep the next ones from being told; what storage did not take is told later. */
  function tellUnlessFlawed(...told: Parameters<typeof tellOf>): void {
    try {
      tellOf(...told);
    } catch (error) {
      if (error instanceof StorageFault) throw error;
      failed(`telling of fact ${told[0].event_seq} in workspace ${told[1]}`, error);
    }
  }

  function tellOf(fact: Fact, workspaceId: string, workspace: Workspace): void {
    const said = contexts.flatMap(({ noticesOf }) => noticesOf?.(fact, (ref) => workspace.state(ref)) ?? []);
    // Hardly any fact is told of, and who is there is a question to another database.
    if (said.length === 0) return;
    const members = people.membersOf(workspaceId).map(({ user_id }) => user_id);
    const { userId, deviceId } = doerOf(fact.actor);
    // What somebody did in person they know; what their extension or a script did, they may not.
    const readers = deviceId === undefined ? members.filter((member) => member !== userId) : members;
    const occurredAt: Instant = fact.recorded_at;
    for (const notice of said) {
      teller.tell({ ...notice, cause: `${fact.event_id} ${notice.kind}`, occurredAt, workspaceId, byDevice: deviceId }, readers);
    }
  }

  return { follow };
}

function doerOf(actor: string): { readonly userId: string; readonly deviceId: string | undefined } {
  const [userId = '', deviceId] = actor.split('/');
  return { userId, deviceId };
}
