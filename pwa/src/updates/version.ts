/** Written in by the build: the release, and a name for exactly these sources. */
declare const TAFFRAIL_VERSION: string;

export const version = TAFFRAIL_VERSION;
