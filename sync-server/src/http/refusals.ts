import { refusalsFrom } from '@taffrail/domain/kernel';

/** What the edge itself says no to, before any command exists. */
export const httpRefusals = refusalsFrom({
  malformed_json: (d: { line: number; column: number; problem: string }) =>
    `The body is not JSON this server takes: at line ${d.line}, column ${d.column}, ${d.problem}.`,
  body_required: () => 'This endpoint needs a JSON body, and the request has none.',
  file_required: () => 'This endpoint needs a file as its body, and the request has none.',
  body_not_taken: () => 'This endpoint takes no body; send the request without one.',
  body_cut_short: () => 'The body ended before it was complete; send the request again.',
  body_too_large: (d: { limit_bytes: number }) => `The body is larger than ${d.limit_bytes} bytes; send less at a time.`,
  unsupported_media_type: (d: { taken: readonly string[]; content_type: string }) =>
    `The body must be sent as Content-Type: ${d.taken.join(' or ')}, without compression; this one says ${d.content_type}.`,
  no_such_path: (d: { path: string }) => `There is nothing at ${d.path}; GET /api/docs lists what there is.`,
  method_not_allowed: (d: { method: string; path: string; allowed: string }) =>
    `${d.path} does not take ${d.method}; it takes ${d.allowed}.`,
  unknown_parameter: (d: { name: string; known: readonly string[] }) =>
    d.known.length === 0
      ? `${d.name} is not a parameter here; this endpoint takes none.`
      : `${d.name} is not a parameter here; this endpoint takes ${d.known.join(', ')}.`,
  repeated_parameter: (d: { name: string }) => `${d.name} is given more than once; give it once.`,
  malformed_if_match: () => 'If-Match takes one version number, as in If-Match: 7; lists, weak tags and * do not name a version.',
  if_match_not_taken: () => 'This endpoint checks no version; leave If-Match out.',
  malformed_idempotency_key: (d: { limit: number }) =>
    `Idempotency-Key takes 1 to ${d.limit} printable ASCII characters without spaces; a UUID does well.`,
  wrong_host: () => 'This server answers to localhost, 127.0.0.1 and [::1] only; use one of them as the host.',
  not_by_origin: (d: { origin: string }) =>
    `Use ${d.origin}: what is behind it speaks plain HTTP, which only this machine and the proxy that ends TLS may speak to it.`,
  cross_site: () => 'Requests that change something are not taken from another site.',
  malformed_target: () =>
    'The path is not written plainly: it must start with one slash, without empty or dotted segments and without needless escapes.',
  target_too_long: (d: { limit: number }) => `The path and its parameters are longer than ${d.limit} characters.`,
  malformed_request: () => 'This is not a well-formed HTTP request.',
  headers_too_large: (d: { limit_bytes: number }) => `The headers are larger than ${d.limit_bytes} bytes.`,
  too_many_uploads: (d: { limit: number }) =>
    `${d.limit} files of yours are on their way already, which is as many as are taken at once; send this one when one of them has arrived.`,
  request_too_slow: () => 'The request took too long to arrive; send it again.',
  malformed_cursor: () =>
    'The place to resume from is not one this server gave out: use the id of the last event as Last-Event-ID, or last_seq with a whole number.',
  too_many_streams: (d: { limit: number }) => `All ${d.limit} streams are taken; close one, or try again in a while.`,
  storage_full: () => 'The disk is full, so nothing was written. Reading goes on; free some space and send this again.',
  storage_busy: () => 'The book is held by another process at the moment, so nothing was written. Try again in a second.',
  unexpected_error: (d: { error_id: string }) =>
    `Something went wrong in the server; its log has the cause under ${d.error_id}. Sending the same request again does no harm.`,
});

export type HttpRefusalCode = keyof typeof httpRefusals;
