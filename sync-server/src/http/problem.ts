import { randomUUID } from 'node:crypto';
import type { KernelRefusalCode, Refusal } from '@taffrail/domain/kernel';
import type { SyncRefusalCode } from '@taffrail/sync';
import { z } from 'zod';
import { StorageFault } from '../workspace/index.ts';
import type { AccessRefusalCode } from './accessRefusals.ts';
import { httpRefusals, type HttpRefusalCode } from './refusals.ts';

/** The part of a refusal that is shown: a domain's refusal and a workspace's refused answer both have it. */
export type Refused = Pick<Refusal, 'code' | 'sentence' | 'details'>;

export interface ErrorLog {
  error(about: object, message: string): void;
}

/** RFC 9457. The one shape every answer that says no has. */
export const problemSchema = z.object({
  type: z.string().describe('Names the kind of problem, as a path'),
  title: z.string().describe('The kind in a few words'),
  status: z.int().describe('The HTTP status again'),
  detail: z.string().describe('What was wrong here, for the trader'),
  code: z.string().describe('The kind, for programs'),
  details: z.record(z.string(), z.json()).describe('The figures the sentence rests on'),
  current_version: z.int().optional().describe('Where it is about a version: the one that is true now'),
  instance: z.string().optional().describe('For an unexpected error: what to look for in the log'),
});

type KnownCode = KernelRefusalCode | SyncRefusalCode | HttpRefusalCode | AccessRefusalCode;

/** A context's refusals are not listed: a well-formed request that the rules do not allow is always the same status. */
export const RULES_DO_NOT_ALLOW = 422;

export const statusByCode: { readonly [Code in KnownCode]: number } = {
  invalid_input: 400,
  unknown_command: 400,
  malformed_json: 400,
  malformed_cursor: 400,
  malformed_if_match: 400,
  malformed_idempotency_key: 400,
  malformed_target: 400,
  malformed_request: 400,
  malformed_message: 400,
  malformed_update: 400,
  if_match_not_taken: 400,
  unknown_parameter: 400,
  repeated_parameter: 400,
  body_required: 400,
  file_required: 400,
  body_not_taken: 400,
  body_cut_short: 400,
  sign_in_needed: 401,
  sign_in_failed: 401,
  ticket_needed: 401,
  code_needed: 401,
  code_not_checkable: 401,
  pairing_needed: 401,
  cross_site: 403,
  session_needed: 403,
  re_authentication_needed: 403,
  role_needed: 403,
  scope_needed: 403,
  no_such_workspace: 404,
  not_found: 404,
  no_such_path: 404,
  no_such_document: 404,
  method_not_allowed: 405,
  request_too_slow: 408,
  already_exists: 409,
  version_conflict: 409,
  already_claimed: 410,
  update_out_of_turn: 409,
  start_over: 410,
  body_too_large: 413,
  message_too_large: 413,
  document_full: 413,
  documents_full: 413,
  too_many_authors: 413,
  too_many_deletions: 413,
  too_many_parts: 413,
  target_too_long: 414,
  unsupported_media_type: 415,
  not_by_origin: 421,
  wrong_host: 421,
  command_id_reused: 422,
  earlier_command_refused: 422,
  kept_by_the_server: 422,
  in_the_future: 422,
  nested_too_deep: 422,
  version_required: 428,
  too_many_attempts: 429,
  too_many_pairings: 429,
  too_many_uploads: 429,
  too_many_messages: 429,
  too_many_bytes: 429,
  too_many_sockets: 429,
  too_many_tickets: 429,
  headers_too_large: 431,
  unexpected_error: 500,
  passwords_busy: 503,
  storage_busy: 503,
  too_many_streams: 503,
  storage_full: 507,
};

/** Seconds after which trying again makes sense. */
const retryAfterByCode: { readonly [code: string]: string } = { storage_busy: '1', too_many_streams: '15', too_many_uploads: '5' };

export interface ProblemParts {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

export function problemParts(refused: Refused, members: { readonly instance?: string } = {}): ProblemParts {
  const { code, sentence, details } = refused;
  const status = statusOf(code);
  const currentVersion = details['current_version'];
  const body: z.infer<typeof problemSchema> = {
    type: `/problems/${code}`,
    title: titleOf(code),
    status,
    detail: sentence,
    code,
    details: details as Record<string, z.core.util.JSONType>,
    ...(typeof currentVersion === 'number' && { current_version: currentVersion }),
    ...members,
  };
  const { retry_after_seconds: seconds } = details;
  const retryAfter = typeof seconds === 'number' ? String(seconds) : retryAfterByCode[code];
  return {
    status,
    headers: { 'content-type': 'application/problem+json', ...(retryAfter !== undefined && { 'retry-after': retryAfter }) },
    body: JSON.stringify(body),
  };
}

export function problem(refused: Refused, headers: { readonly [name: string]: string } = {}): Response {
  const parts = problemParts(refused);
  return new Response(parts.body, { status: parts.status, headers: { ...parts.headers, ...headers } });
}

/** Turns what was thrown into an answer. The cause goes to the log, once; the caller gets an id to find it by. */
export function faultProblem(fault: unknown, log: ErrorLog, about: { readonly method: string; readonly path: string }): Response {
  if (fault instanceof StorageFault && fault.kind !== 'broken') {
    log.error({ err: fault, ...about }, `storage is ${fault.kind}`);
    return problem(fault.kind === 'full' ? httpRefusals.storage_full() : httpRefusals.storage_busy());
  }
  const errorId = randomUUID();
  log.error({ err: fault, error_id: errorId, ...about }, 'a request failed');
  const parts = problemParts(httpRefusals.unexpected_error({ error_id: errorId }), { instance: `urn:uuid:${errorId}` });
  return new Response(parts.body, { status: parts.status, headers: parts.headers });
}

export const statusOf = (code: string): number => (statusByCode as { readonly [code: string]: number })[code] ?? RULES_DO_NOT_ALLOW;

function titleOf(code: string): string {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
