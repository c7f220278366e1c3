/** What pages ask of the worker. What comes of it they hear from what is kept. */
export type Asked = { readonly kind: 'pair'; readonly origin: string } | { readonly kind: 'stop_pairing' };

/** A page that shows the book holds this line open, and with it the worker. */
export const PANEL_LINE = 'panel';
