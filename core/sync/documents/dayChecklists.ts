import type { OpenDocument } from './document.ts';
import { readRegisters, setRegisters } from './registers.ts';

/** Which instruments are watched on a day, by which playbook: beside the ticks of its page, each a register of its own. */
export interface DayChecklist {
  readonly playbook_id: string;
  readonly symbol: string;
}

const place = { part: 'ticks', group: 'checklists' };

/** By symbol. */
export function readDayChecklists(document: OpenDocument): readonly DayChecklist[] {
  const watched = [...readRegisters(document, place)].filter(([, isThere]) => isThere === true);
  return watched
    .map(([name]) => checklistCalled(name))
    .toSorted((a, b) => order(a.symbol, b.symbol) || order(a.playbook_id, b.playbook_id));
}

export const setDayChecklist = (document: OpenDocument, device: string, checklist: DayChecklist, isThere: boolean): void =>
  setRegisters(document, device, place, { [nameOf(checklist)]: isThere });

/** An id has no space in it; a symbol may. */
const nameOf = ({ playbook_id, symbol }: DayChecklist): string => `${playbook_id} ${symbol}`;

function checklistCalled(name: string): DayChecklist {
  const end = name.indexOf(' ');
  return { playbook_id: name.slice(0, end), symbol: name.slice(end + 1) };
}

const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
