import type { Day, Id } from '@taffrail/domain/kernel';
import { folded, type ResponseSubject } from '@taffrail/domain/playbooks';
import type { Papers, Replica, ResponseRow } from '@taffrail/replica';
import type { DayChecklist } from '@taffrail/sync';
import { begunIn } from '../response/positionResponses.ts';
import { readResponse, type ShownResponse } from '../response/responses.ts';

/** The checklist of an instrument on a day. */
export interface DayInstrument {
  readonly shown: ShownResponse;
  readonly subject: Extract<ResponseSubject, { type: 'instrument' }>;
  readonly isBegun: boolean;
}

/** What is watched by the page of the day, and what was answered by other ways, such as by a script. */
export async function readDayInstruments(
  replica: Replica,
  papers: Papers,
  day: Day,
  watched: readonly DayChecklist[],
  rows: ReadonlyMap<Id, ResponseRow> | undefined,
): Promise<readonly DayInstrument[]> {
  const answered = [...(rows?.values() ?? [])].flatMap(({ subject, playbook_id }) =>
    subject.type === 'instrument' && subject.day === day ? [{ symbol: subject.symbol, playbook_id }] : [],
  );
  const all = new Map([...watched, ...answered].map((each) => [`${each.playbook_id} ${folded(each.symbol)}`, each]));
  const begun = await begunIn(papers);
  const read = await Promise.all(
    [...all.values()].map(async ({ symbol, playbook_id }) => {
      const subject = { type: 'instrument', day, symbol } as const;
      const shown = await readResponse(replica, subject, playbook_id);
      return shown === undefined ? [] : [{ shown, subject, isBegun: begun.has(shown.id) }];
    }),
  );
  return read.flat().toSorted((a, b) => a.subject.symbol.localeCompare(b.subject.symbol));
}
