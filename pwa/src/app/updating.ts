import { signal } from '@preact/signals';
import type { Updates } from '../updates/index.ts';

/** How this page hears of newer versions, for whoever wants to look now; undefined until the page has started. */
export const updating = signal<Updates | undefined>(undefined);
