import { calendarDayOf, type Instant } from '@taffrail/domain/kernel';
import type { PositionRow } from '@taffrail/replica';
import { List, ListItem, PendingMark, Section, useFormats } from '@taffrail/ui';
import { structureName } from '../app/index.ts';
import { link } from '../routes/index.ts';
import { strategyNames, today as words } from '../words/index.ts';

interface PlannedProps {
  readonly rows: readonly PositionRow[];
  readonly now: Instant;
}

/** What was thought through and not done yet. */
export function Planned({ rows, now }: PlannedProps) {
  const formats = useFormats();
  const isToday = (instant: Instant) => calendarDayOf(instant, formats.zone) === calendarDayOf(now, formats.zone);
  const when = (instant: Instant) => (isToday(instant) ? formats.time(instant) : formats.dateTime(instant));
  return (
    <Section title={words.plans}>
      <List label={words.plans}>
        {rows.map((row) => (
          <ListItem
            key={row.id}
            href={link('position', { id: row.id })}
            title={
              <>
                {row.symbol} {row.pending && <PendingMark />}
              </>
            }
            note={[
              strategyNames[row.strategy],
              structureName(row.structure, formats, row.created_at),
              words.plannedAt(when(row.created_at)),
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </List>
    </Section>
  );
}
