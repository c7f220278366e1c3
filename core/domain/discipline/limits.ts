export const LONGEST_SYMBOL = 40;
export const LONGEST_REASON = 500;
export const LONGEST_SENTENCE = 1_000;
export const LONGEST_PHASE = 40;

export const MOST_WINDOWS = 20;
export const MOST_SYMBOLS = 200;
export const MOST_ACCOUNTS = 50;
/** Rules as JSON, and how many sets of them a book keeps: a day that is older than all of them goes by the oldest that is left. */
export const MOST_RULES_CHARACTERS = 8_000;
export const MOST_RULES_KEPT = 200;

/** Of one period: each rule can be broken once in each account and each currency. */
export const MOST_FINDINGS = 500;
/** A finding names so many of its trades; its days lead to the rest. */
export const MOST_TRADES_NAMED = 200;
export const MOST_REASONS = 50;
export const MOST_SIZES_KEPT = 1_000;

/** Averages and rates that have no end are cut here. */
export const RATE_PLACES = 4;
