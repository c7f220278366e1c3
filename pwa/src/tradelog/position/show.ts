import type { ComponentChildren } from 'preact';

/** Opens a dialog over the page; it is told how to close itself. */
export type Show = (draw: (close: () => void) => ComponentChildren) => void;
