/** As many trades a day as nobody makes: it stands for no limit. */
export const NO_TRADE_LIMIT = 999;

/** Judged over so many trades, and not before there are so many. */
export const ROLLING_TRADES = 20;

/** Ratios have so many places, and settings no more: what is shown decides just as the exact figure would. */
export const RATIO_PLACES = 4;

/** Of changes and blocked attempts, the newest that the state holds; the facts hold all of them. */
export const MOST_HISTORY = 100;

export const LONGEST_OPERATOR = 100;
export const LONGEST_OVERRIDE_REASON = 500;
