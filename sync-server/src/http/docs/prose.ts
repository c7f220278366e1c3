import { html } from 'hono/html';

export type Html = ReturnType<typeof html>;

/** Sentences as they are written beside a route or a field: what stands between backticks is code. */
export const prose = (text: string): Html =>
  html`${text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
