import { compare, decimal, type Day, type DecimalText } from '@taffrail/domain/kernel';
import type { ResponseRow } from '@taffrail/replica';

/** What the checklist of an instrument allows a trade that may come of it: the least, where several were filled in that day. */
export function gradeCapOf(rows: Iterable<ResponseRow>, symbol: string, day: Day): DecimalText | null {
  const caps = [...rows].flatMap(({ subject, position_id, cap }) => {
    const isAboutIt = subject.type === 'instrument' && subject.symbol === symbol && subject.day === day;
    return isAboutIt && position_id === null && cap !== null ? [cap] : [];
  });
  return caps.reduce<DecimalText | null>((least, cap) => (least === null || compare(decimal(cap), decimal(least)) < 0 ? cap : least), null);
}
