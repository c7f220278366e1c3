/** What a page says to a worker, and what it hears. */
export const workerMessages = {
  beComplete: 'be complete',
  takeOver: 'take over',
  takeOverWhenAlone: 'take over when alone',
  notAlone: 'not alone',
  pushed: 'pushed',
} as const;
