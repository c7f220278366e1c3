import type { Refusal } from '@taffrail/domain/kernel';
import { syncLimits, type Event } from '@taffrail/sync';
import type { OpenDatabase } from '../copy/database.ts';
import { readMeta, writeMeta, type Place } from '../copy/meta.ts';
import { sendFiles } from '../files/index.ts';
import type { Reply, ServerLine } from '../line/serverLine.ts';
import { replicaRefusals } from '../refusals.ts';
import { sha256 } from '../sha256.ts';
import type { Intake } from './intake.ts';

/**
 * Makes a book of this device ready to belong to a workspace. One that was restored from an export holds the facts of another log,
 * and those are brought to the workspace first, while it is empty. Broken off anywhere, it goes on from there the next time.
 */
export async function bringBook(
  database: OpenDatabase,
  name: string,
  server: ServerLine,
  intake: Intake,
  signal: AbortSignal,
): Promise<Refusal | undefined> {
  const place = await readMeta(database, 'place');
  if (place === undefined) return undefined;
  const standing = await server.snapshot(undefined, signal);
  if (standing.kind !== 'answered') return notNow(standing);
  const { log_id, cursor } = standing.value;
  if (log_id === place.log_id) return undefined;
  if (cursor === 0) return bringFacts(database, place, intake, signal);
  if (!(await holdsOurs(database, place, server, log_id, signal))) return replicaRefusals.book_of_another_log({ name });
  await writeMeta(database, 'place', { ...place, log_id });
  return undefined;
}

function notNow(reply: Exclude<Reply<unknown>, { kind: 'answered' }>): Refusal {
  if (reply.kind === 'refused') return reply.refusal;
  return replicaRefusals.not_brought({ problem: 'sentence' in reply ? reply.sentence : 'Sign in, then try again.' });
}

/** The answer to an import that went well was lost. */
async function holdsOurs(database: OpenDatabase, { seq }: Place, server: ServerLine, logId: string, signal: AbortSignal): Promise<boolean> {
  const reply = await server.events(seq - 1, 1, logId, signal);
  const last = await database.fact.get(seq);
  return reply.kind === 'answered' && last !== undefined && reply.value.events[0]?.event_id === last.event_id;
}

async function bringFacts(database: OpenDatabase, place: Place, intake: Intake, signal: AbortSignal): Promise<Refusal | undefined> {
  // What speaks of a file comes after it.
  const sent = await sendFiles(database, intake.files, signal);
  if (sent.kind !== 'answered') return notNow(sent);
  const importId = await sha256(new TextEncoder().encode(`${place.log_id} ${place.seq}`));
  const asked = await intake.held(importId, signal);
  if (asked.kind !== 'answered') return notNow(asked);
  for (let { held } = asked.value; held < place.seq;) {
    const added = await intake.add(importId, held, await nextPage(database, held), signal);
    if (added.kind !== 'answered') return notNow(added);
    held = added.value.held;
  }
  const finished = await intake.finish(importId, place.seq, signal);
  if (finished.kind !== 'answered') return notNow(finished);
  await writeMeta(database, 'place', { ...place, log_id: finished.value.log_id });
  return undefined;
}

/** Room for the rest of the body, beside the facts. */
const PAGE_CHARS = syncLimits.bodyBytes * 0.4;

/** As many as fit one request; a letter takes two bytes or more in some languages. */
async function nextPage(database: OpenDatabase, held: number): Promise<readonly Event[]> {
  const facts = await database.fact.where('event_seq').above(held).limit(syncLimits.eventsPerPage).toArray();
  let chars = 0;
  const fit = facts.filter((fact) => (chars += JSON.stringify(fact).length) <= PAGE_CHARS);
  return fit.length > 0 ? fit : facts.slice(0, 1);
}
