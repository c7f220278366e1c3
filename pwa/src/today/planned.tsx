import type { PositionRow } from '@taffrail/replica';
import { List, ListItem, PendingMark, Section, useFormats } from '@taffrail/ui';
import { link } from '../routes/index.ts';
import { strategyNames, today as words } from '../words/index.ts';

/** What was thought through and not done yet. */
export function Planned({ rows }: { readonly rows: readonly PositionRow[] }) {
  const formats = useFormats();
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
            note={`${strategyNames[row.strategy]} · ${words.plannedAt(formats.dateTime(row.created_at))}`}
          />
        ))}
      </List>
    </Section>
  );
}
