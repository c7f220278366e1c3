import type { JobHandler, ServerContext } from '../workspace/index.ts';
import type { People } from '../identity/index.ts';
import type { Teller } from './telling.ts';

export const REMIND_JOB = 'remind';

export interface RemindingParts {
  readonly people: Pick<People, 'membersOf'>;
  readonly teller: Teller;
  readonly contexts: readonly ServerContext[];
}

/** The job of a book that asks its contexts what its people should be reminded of, and when to ask again. */
export function openReminding({ people, teller, contexts }: RemindingParts) {
  return (workspaceId: string): JobHandler =>
    (_, { now, book }) => {
      const all = book.read((sql) => contexts.flatMap(({ remindersOf }) => remindersOf?.(sql, now) ?? []));
      const members = people.membersOf(workspaceId).map(({ user_id }) => user_id);
      for (const reminder of all.flatMap(({ reminders }) => reminders)) {
        teller.tell({ ...reminder, occurredAt: now, workspaceId }, members);
      }
      return Promise.resolve(all.map(({ nextAt }) => nextAt).toSorted()[0]);
    };
}
