/** Of one frame: four times what a good camera takes, and 200 MB when it is unpacked. */
export const MOST_PIXELS = 50_000_000;
/** Of all frames of an animation together, which a browser unpacks one after the other. */
export const MOST_PIXELS_ANIMATED = 500_000_000;

export const THUMBNAIL_SIDE_PIXELS = 480;

/** Unpacking a picture takes memory and a core; whoever comes later waits. */
export const FILES_AT_ONCE = 2;
export const UNPACKING_SECONDS = 10;

/** All files of one book, thumbnails and what can still be restored included. */
export const MOST_BYTES_A_BOOK = 2 * 1024 * 1024 * 1024;
