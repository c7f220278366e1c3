/** What a device must keep to. The server refuses beyond these, so a device splits its work by the same figures. */
export const syncLimits = {
  bodyBytes: 1_048_576,
  commandsPerRequest: 100,
  eventsPerPage: 1_000,
  aggregatesPerPage: 500,

  /** Of an export that is brought into an empty book over the network. */
  factsPerImport: 200_000,
  importBytes: 268_435_456,

  documentsPerRequest: 50,
  /** One message on a document's socket. */
  messageBytes: 262_144,
  /** Authors whose writing one update may bring: each session of each device is one. */
  clientsPerUpdate: 64,
  /** Stretches of deleted text one update may name. */
  deletionsPerUpdate: 50_000,
  /** Lists in lists, paragraphs in quotes: how far a document nests. */
  documentDepth: 32,
  /** Remarks and written answers in a checklist of many fields, and whatever else has a name in a document. */
  partsPerDocument: 500,
  /** What one person shows of themselves to others in a document. */
  presenceBytes: 4_096,
  messagesPerSecond: 30,
  bytesPerSecond: 262_144,
  socketsPerUser: 10,
} as const;
