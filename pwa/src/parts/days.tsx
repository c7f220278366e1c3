import type { Day } from '@taffrail/domain/kernel';
import { Amount, Badge, DayGrid, HeatSquare, Section, useIsPhone } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { link } from '../routes/index.ts';
import { gallery } from '../words/index.ts';
import css from './partsPage.module.css';

const nets: { readonly [day: string]: string } = { '2026-03-02': '482.1', '2026-03-03': '-1204', '2026-03-12': '0', '2026-03-26': '-60.5' };
const heats: { readonly [day: string]: number } = { '2026-03-02': 2, '2026-03-03': -4, '2026-03-12': 0, '2026-03-26': -1 };
const broken = '2026-03-03';

/** A month as a calendar has it, and months as a chart has them. */
export function Days() {
  const isPhone = useIsPhone();
  const [beyond, setBeyond] = useState<string>();
  const dayOf = (day: Day) => <DayOf day={day} isBrief={isPhone} />;
  return (
    <Section title={gallery.days}>
      <div class={css.stack}>
        <DayGrid
          label={gallery.aMonth}
          flow="rows"
          first="2026-03-01"
          last="2026-03-31"
          start={broken}
          today="2026-03-12"
          hrefOf={hrefOf}
          nameOf={nameOf}
          inside={dayOf}
          tipOf={tipOf}
          after={{ heading: gallery.week, cell: mondayOf }}
          onBeyond={setBeyond}
        />
        {beyond !== undefined && <p>{gallery.beyond(beyond)}</p>}
        <DayGrid
          label={gallery.monthsOfDays}
          flow="columns"
          first="2026-01-15"
          last="2026-06-10"
          start={broken}
          hrefOf={hrefOf}
          nameOf={nameOf}
          inside={squareOf}
          tipOf={tipOf}
          before={{ heading: gallery.week, cell: monthOf }}
          onBeyond={setBeyond}
        />
        <div class={css.squares}>
          {[-4, -3, -2, -1, 0, 1, 2, 3, 4].map((heat) => (
            <HeatSquare key={heat} heat={heat} isMarked={heat === -2} />
          ))}
          <HeatSquare />
        </div>
      </div>
    </Section>
  );
}

const hrefOf = (day: Day): string => link('day', { day });
const nameOf = (day: Day): string => `${day} ${nets[day] ?? ''}`;
const tipOf = (day: Day) => (day === broken ? gallery.dayTip : null);
const squareOf = (day: Day) => <HeatSquare heat={heats[day]} isMarked={day === broken} />;
const mondayOf = ([monday = '']: readonly Day[]) => <span class={css.weekOf}>{monday.slice(5)}</span>;
const monthOf = (days: readonly Day[]) => {
  const begins = days.find((day) => day.endsWith('-01'));
  return begins === undefined ? null : <span class={css.weekOf}>{begins.slice(5, 7)}</span>;
};

function DayOf({ day, isBrief }: { readonly day: string; readonly isBrief: boolean }) {
  const net = nets[day];
  return (
    <span class={css.day}>
      <span>{Number(day.slice(8))}</span>
      {net !== undefined && <Amount value={net} currency="USD" result brief={isBrief} />}
      {day === broken && <Badge tone="breach">1</Badge>}
    </span>
  );
}
