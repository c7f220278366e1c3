/** What a page or a shared adapter may make us look at: enough for any ticket, little enough that no page is slowed down. */
export const LONGEST_TEXT = 200;
export const MOST_NODES = 20_000;
export const MOST_SAME = 10;

export const LONGEST_FILE = 20_000;
export const LONGEST_SELECTOR = 200;
export const MOST_MATCHES = 10;
export const MOST_ROOTS = 8;
export const MOST_WAYS = 8;
export const MOST_SELECTORS = 50;
export const MOST_MAPS = 10;
export const MOST_MAPPED = 60;
