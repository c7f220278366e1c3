import { z } from 'zod';
import { type AggregateRef, type World, daySchema, idSchema } from '../kernel/index.ts';

/** What an attachment belongs to. A day needs no proof that it exists; the others have facts of their own. */
export const subjectSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('position'), id: idSchema }),
  z.strictObject({ type: z.literal('journal_entry'), id: idSchema }),
  z.strictObject({ type: z.literal('day'), id: daySchema }),
]);

export type Subject = z.infer<typeof subjectSchema>;

export function subjectRefs({ type, id }: Subject): readonly AggregateRef[] {
  return type === 'day' ? [] : [{ aggregate_type: type, aggregate_id: id }];
}

export function subjectExists(world: World, subject: Subject): boolean {
  return subjectRefs(subject).every(({ aggregate_type, aggregate_id }) => world.read(aggregate_type, aggregate_id) !== undefined);
}
