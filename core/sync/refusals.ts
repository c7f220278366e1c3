import { contexts } from '@taffrail/domain';
import { kernelRefusals, refusalsFrom } from '@taffrail/domain/kernel';

/** What sending commands, following the log and writing together can be refused for, whatever they are about. */
export const syncRefusals = refusalsFrom({
  command_id_reused: (d: { command_id: string }) =>
    `The id ${d.command_id} was used before for something else; a new command needs an id of its own.`,
  earlier_command_refused: (d: { command_id: string }) =>
    `Not decided, because command ${d.command_id} before it was refused and concerns the same thing.`,
  kept_by_the_server: (d: { type: string }) =>
    `${d.type} comes from the server itself: it works out what the facts come to and keeps that. Send the trades; nothing else is needed.`,
  start_over: (d: { log_id: string; last_seq: number }) =>
    `That place belongs to another log or lies beyond the end of this one (log ${d.log_id} ends at ${d.last_seq}). ` +
    'Load a snapshot and follow from its cursor; keep every command that has not been answered.',
  no_such_document: () => 'There is no such document. A name is a kind and a key, as in day/2025-02-05 or notes/<position id>.',
  malformed_message: (d: { problem: string }) => `The message is not one of the y-websocket protocol: ${d.problem}.`,
  malformed_update: (d: { problem: string }) => `The update was not taken: ${d.problem}. Updates are sent in the V1 encoding of Yjs.`,
  update_out_of_turn: (d: { client: number; expected: number; given: number }) =>
    `The update builds on writing that is missing here: of author ${d.client}, ${d.expected} is known and ${d.given} was referred to. Send what the state vector lacks.`,
  too_many_authors: (d: { limit: number }) => `One update brings the writing of more than ${d.limit} authors; send it in several.`,
  too_many_deletions: (d: { limit: number }) => `One update deletes more than ${d.limit} stretches; send it in several.`,
  too_many_parts: (d: { limit: number }) => `The document would have more than ${d.limit} parts, as many as one may hold.`,
  nested_too_deep: (d: { limit: number }) => `The document would nest deeper than ${d.limit} levels; flatten it.`,
  message_too_large: (d: { limit_bytes: number }) =>
    `The message is larger than ${d.limit_bytes} bytes; send it over POST /api/documents/sync.`,
  document_full: (d: { limit_bytes: number }) =>
    `The document has reached ${d.limit_bytes} bytes, as much as one may hold; go on in another.`,
  documents_full: (d: { limit_bytes: number }) =>
    `The documents of this book have reached ${d.limit_bytes} bytes together, as much as they may hold.`,
  too_many_messages: (d: { per_second: number }) => `More than ${d.per_second} messages a second arrived for a while; write less often.`,
  too_many_tickets: (d: { retry_after_seconds: number }) =>
    `So many tickets wait to be used that no more are given out; use them, or try again in ${d.retry_after_seconds} seconds.`,
  too_many_bytes: (d: { per_second: number }) =>
    `More than ${d.per_second} bytes a second arrived for a while; send less at a time, or over POST /api/documents/sync.`,
  too_many_sockets: (d: { limit: number }) => `All ${d.limit} sockets of this user are taken; close a document that is open elsewhere.`,
});

export type SyncRefusalCode = keyof typeof syncRefusals;

/** The closed set: whatever a command is refused with is one of these. */
export const refusalCodes: readonly string[] = [kernelRefusals, syncRefusals, ...contexts.map(({ refusals }) => refusals)].flatMap(
  Object.keys,
);
