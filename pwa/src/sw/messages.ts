/** What a page says to a worker that waits, and what it hears. */
export const workerMessages = {
  takeOver: 'take over',
  takeOverWhenAlone: 'take over when alone',
  notAlone: 'not alone',
} as const;
