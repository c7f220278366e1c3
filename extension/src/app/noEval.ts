import { config } from 'zod/v4/core';

/** For speed zod would make functions from text, which the content policy forbids. It is told before the first schema is made. */
export const makeNoFunctions = (): void => void config({ jitless: true });
