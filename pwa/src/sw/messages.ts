/** What a page says to a worker, and what it hears. */
export const workerMessages = {
  beComplete: 'be complete',
  takeOver: 'take over',
  otherVersion: 'other version',
  pushed: 'pushed',
} as const;

/** A page says which version it shows. */
export interface Shows {
  readonly shows: string;
}
