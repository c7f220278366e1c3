import { html } from 'hono/html';

/** What holds for every endpoint, so that none has to say it again. */
export const basics = [
  {
    title: 'Who you are',
    text: html`A browser has its session in a cookie. A script sends its token as <code>Authorization: Bearer …</code>. Who belongs to
      several workspaces names one in <code>Taffrail-Workspace</code>. A socket takes a ticket in place of the cookie.`,
  },
  {
    title: 'Sending',
    text: html`Bodies are JSON in UTF-8, at most 1 MB. A field or parameter nobody asked for is refused, so that a misspelt one is not lost
    in silence.`,
  },
  {
    title: 'Amounts and times',
    text: html`Prices and quantities are decimal text, such as <code>"12.50"</code>, because they are exact. Times are UTC, such as
      <code>2026-03-02T14:30:00.000Z</code>; an offset is understood.`,
  },
  {
    title: 'Sending again',
    text: html`Give a request an <code>Idempotency-Key</code> and send it as often as you need: it is done once, and answered the same each
      time.`,
  },
  {
    title: 'Editing',
    text: html`What can change has a version, in its body and as its ETag. Send it back as <code>If-Match</code>: 428 when it is missing,
      409 with the current one when it is stale.`,
  },
  {
    title: 'When the answer is no',
    text: html`Every refusal is a problem (RFC 9457): a code for programs, and in <code>detail</code> a sentence that says what was wrong,
      the value, the limit, and what to do.`,
  },
  {
    title: 'Following',
    text: html`Streams are server-sent events. Reconnect with the id of the last one as <code>Last-Event-ID</code>: nothing is missed and
      nothing comes twice.`,
  },
];
