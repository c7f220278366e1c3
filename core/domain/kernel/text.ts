import { z } from 'zod';

// Bidirectional overrides can make a text read differently from what it says.
const bidiOverride = /[\u202A-\u202E\u2066-\u2069]/;
// oxlint-disable-next-line no-control-regex -- finding control characters is the point
const controlInLine = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]/;
// oxlint-disable-next-line no-control-regex -- as above, with tab and line ends allowed
const controlInProse = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/;

/** One line of text: a name, a symbol, a tag. */
export function lineSchema(longest: number) {
  return textSchema(longest, controlInLine, 'must be one line without control characters');
}

/** Text in paragraphs: notes, a thesis. */
export function proseSchema(longest: number) {
  return textSchema(longest, controlInProse, 'must not contain control characters other than line ends and tabs');
}

/** A run of text inside a line: the spaces at its ends stand between it and the next. */
export function runSchema() {
  return legible(z.string('must be text').min(1, 'must not be empty'), controlInLine, 'must not contain control characters');
}

function textSchema(longest: number, control: RegExp, controlSentence: string) {
  const text = z.string('must be text').trim().min(1, 'must not be empty').max(longest, `must be at most ${longest} characters long`);
  return legible(text, control, controlSentence);
}

function legible(schema: z.ZodString, control: RegExp, controlSentence: string) {
  return schema
    .refine((text) => !control.test(text), controlSentence)
    .refine((text) => !bidiOverride.test(text), 'must not contain characters that reverse the reading direction')
    .refine((text) => text.isWellFormed(), 'must be well-formed text');
}
