import { syncLimits } from '@taffrail/sync';

/** Every limit of the HTTP edge. Beyond any of them a caller gets a sentence, not a slower server. */
export const limits = {
  bodyBytes: syncLimits.bodyBytes,
  bodyDepth: 32,
  targetChars: 4_096,
  headerBytes: 16_384,
  idempotencyKeyChars: 200,

  /** From the first byte of a connection to the end of the headers: what a silent or dripping client may take. */
  headersTimeoutMs: 10_000,
  /** A body of JSON is there as a whole within this. */
  bodyTimeoutMs: 30_000,
  /** A file takes as long as its line needs while this much of it comes in each window: 10 MB in 20 minutes at the slowest. */
  uploadWindowMs: 30_000,
  uploadWindowBytes: 256 * 1024,
  /** Files of one person that are read or looked into at the same time. */
  uploadsAtOnce: 4,
  /** To the end of whatever is sent: longer than the slowest file takes. */
  requestTimeoutMs: 30 * 60_000,
  /** Between two requests on one connection. */
  keepAliveTimeoutMs: 5_000,
  /** How often the two timeouts above are looked at. */
  timeoutCheckMs: 1_000,
  connections: 8_192,

  streams: 256,
  streamPageFacts: 100,
  streamHeartbeatMs: 15_000,
  streamStalledMs: 60_000,
  streamRetryMs: 1_000,

  /** How long requests under way may take to finish once the server closes. */
  closeGraceMs: 10_000,
} as const;
