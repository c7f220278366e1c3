/** What pages ask of the worker. What comes of it they hear from what is kept. */
export type Asked = { readonly kind: 'pair'; readonly origin: string } | { readonly kind: 'stop_pairing' };

/** What the worker tells pages: keys were pressed that arm the plan, or a page may be looked at that could not be before. */
export interface Told {
  readonly kind: 'arm_plan' | 'look_again';
}

/** A page that shows the book holds this line open, and with it the worker. */
export const PANEL_LINE = 'panel';

/** What a page says on its line: that it is still there, or that trying again makes sense. */
export type Said = 'still_here' | 'try_now';
