/** What one strategy may hold, so that drawing it answers within a frame and no command grows without bound. */
export const MOST_STRATEGY_LEGS = 100;
export const MOST_STRATEGY_VERSIONS = 1_000;

export const LONGEST_UNDERLYING = 40;
export const LONGEST_LABEL = 100;
export const LONGEST_CHANGE_REASON = 255;
