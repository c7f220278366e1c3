import { z } from 'zod';
import { type Id, daySchema, derivedId, idSchema, lineSchema } from '../kernel/index.ts';
import { folded } from './folded.ts';

const LONGEST_SYMBOL = 40;

/** What a response is about: a trade, or an instrument on a day, traded or not. */
export const responseSubjectSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('position'), id: idSchema }),
  z.strictObject({ type: z.literal('instrument'), day: daySchema, symbol: lineSchema(LONGEST_SYMBOL).meta({ examples: ['SPX'] }) }),
]);

export type ResponseSubject = z.infer<typeof responseSubjectSchema>;

/** There is one response for each playbook and subject, so that two devices without a network fill in the same one. */
export function responseId(subject: ResponseSubject, playbookId: Id): Id {
  const words = subject.type === 'position' ? [subject.id] : [subject.day, folded(subject.symbol)];
  return derivedId('playbook_response', subject.type, ...words, playbookId);
}
