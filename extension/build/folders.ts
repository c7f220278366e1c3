import { join } from 'node:path';

export const EXTENSION = join(import.meta.dirname, '..');

export type Target = 'chrome' | 'firefox';

/** Where what was built for a browser lies, unpacked. */
export const builtFor = (target: Target): string => join(EXTENSION, '.output', `${target}-mv3`);
