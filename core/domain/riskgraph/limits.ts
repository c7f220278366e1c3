/** What one strategy may hold, so that drawing it answers within a frame and no command grows without bound. */
export const MOST_STRATEGY_LEGS = 100;
export const MOST_STRATEGY_VERSIONS = 1_000;
/** In one file, and in one order. */
export const MOST_STRATEGIES_AT_ONCE = 500;

export const LONGEST_UNDERLYING = 40;
export const LONGEST_LABEL = 100;
export const LONGEST_CHANGE_REASON = 255;
export const LONGEST_TEMPLATE_NAME = 100;
export const LONGEST_TEMPLATE_DESCRIPTION = 2_000;
/** Ten years. */
export const MOST_TARGET_DAYS = 3_660;
