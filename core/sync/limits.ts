/** What a device must keep to. The server refuses beyond these, so a device splits its work by the same figures. */
export const syncLimits = {
  bodyBytes: 1_048_576,
  commandsPerRequest: 100,
  eventsPerPage: 1_000,
  aggregatesPerPage: 500,
} as const;
