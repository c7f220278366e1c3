/** Marks what came from elsewhere, so that it is not sent there again. */
export const TAKEN = Symbol('taken');
