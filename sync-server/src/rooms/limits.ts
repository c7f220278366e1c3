import { syncLimits } from '@taffrail/sync';

/** Every limit of documents on the server; those a device can keep to by itself come from the wire. */
export const limits = {
  ...syncLimits,
  /** Beyond `messageBytes` a socket is told why; beyond this the frame is not even read. */
  frameBytes: 4 * syncLimits.messageBytes,
  fragmentsPerMessage: 64,
  /** What a socket may send at once before it is held to messages a second: a device that comes back has much to say. */
  messagesAtOnce: 300,
  /** The same in bytes, over all sockets of one device, or of a person's browsers: judging a large update takes its time, which others have to wait. */
  bytesAtOnce: 8 * syncLimits.messageBytes,
  presenceEveryMs: 100,
  unreadBytes: 1_000_000,
  /** How often each socket must show that somebody is there. */
  heartbeatMs: 30_000,
  ticketLastsMs: 30_000,
  /** Twice the sockets one may have: all of them may be coming back while their tickets of before are not spent. */
  ticketsPerUser: 2 * syncLimits.socketsPerUser,
  tickets: 10_000,
  /** How long a socket may take to end once the server closes. */
  closeGraceMs: 500,
  /** All documents of a book together. */
  bookBytes: 200_000_000,
  compactAfterUpdates: 500,
  /** An update of a small document outweighs it at once; nothing is gained by compacting that. */
  compactAboveBytes: 64_000,
  /** Before each step of it. */
  compactionRestMs: 50,
} as const;
