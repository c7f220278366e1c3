export const LONGEST_FILE_NAME = 200;
export const LONGEST_CAPTION = 500;
export const MOST_FILE_BYTES = 10 * 1024 * 1024;
/** Each side of an image; what a file says beyond this is not meant to be looked at. */
export const MOST_PIXELS_A_SIDE = 30_000;

/** How long what was removed can be brought back. */
export const DAYS_TO_RESTORE = 30;
