/** What one position may hold, so that no single command or page grows without bound. */
export const MOST_LEGS = 100;
export const MOST_FILLS = 2_000;
export const MOST_TAGS = 50;
export const MOST_BIAS_FLAGS = 20;

export const LONGEST_NAME = 100;
export const LONGEST_SYMBOL = 40;
export const LONGEST_TAG = 50;
export const LONGEST_REASON = 500;
export const LONGEST_REFLECTION = 2_000;
export const LONGEST_NOTES = 20_000;

/** A broker's clock and ours never agree to the second; a fill this little ahead is not from the future. */
export const CLOCK_TOLERANCE_MS = 60_000;

/** Averages and multiples that have no end are cut here. */
export const AVERAGE_PLACES = 10;
export const R_PLACES = 4;
