import type { Day } from '@taffrail/domain/kernel';
import { IconButton, LinkButton, Page, useFormats, useIsPhone } from '@taffrail/ui';
import type { ComponentChildren } from 'preact';
import type { EditorView } from 'prosemirror-view';
import { useState } from 'preact/hooks';
import { useActions, type PageProps } from '../../app/index.ts';
import { go, link } from '../../routes/index.ts';
import { journal } from '../../words/index.ts';
import { AttachmentStrip } from '../attachments/attachmentStrip.tsx';
import { TemplateMenu } from '../templates/templateMenu.tsx';
import { WrittenPage } from '../writtenPage.tsx';
import css from './day.module.css';
import { DayChoice } from './dayChoice.tsx';
import { DayFactList } from './dayFactList.tsx';
import { dayAfter, isDay } from './days.ts';

interface DayPageProps extends PageProps<'day'> {
  /** Of instruments; they come from elsewhere. */
  readonly checklists: ComponentChildren;
  /** Of rules; they too. */
  readonly breaches: ComponentChildren;
}

/** What was planned, what happened and what was learnt on one trading day. */
export function DayPage({ params: { day }, ...parts }: DayPageProps) {
  return isDay(day) ? <OneDay day={day} {...parts} /> : <NoDay given={day} />;
}

function OneDay({ day, checklists, breaches }: Omit<DayPageProps, 'params'> & { readonly day: Day }) {
  const formats = useFormats();
  const [view, setView] = useState<EditorView>();
  const isPhone = useIsPhone();
  // There, the name of the day and its date fit one line only when they are short.
  const title = isPhone ? `${formats.weekday(day)}, ${formats.day(day)}` : formats.longDay(day);

  useActions([
    { id: 'day.previous', label: journal.previousDay, icon: 'chevronStart', keys: '[', run: () => goTo(dayAfter(day, -1)) },
    { id: 'day.next', label: journal.nextDay, icon: 'chevronEnd', keys: ']', run: () => goTo(dayAfter(day, 1)) },
  ]);

  return (
    <Page
      title={title}
      actions={
        <nav class={css.way} aria-label={journal.chooseDay}>
          <IconButton icon="chevronStart" directional label={journal.previousDay} keys="[" onClick={() => goTo(dayAfter(day, -1))} />
          <DayChoice day={day} onChoose={(chosen) => isDay(chosen) && goTo(chosen)} />
          <IconButton icon="chevronEnd" directional label={journal.nextDay} keys="]" onClick={() => goTo(dayAfter(day, 1))} />
          <IconButton icon="today" label={journal.toToday} onClick={() => go(link('days'))} />
          <TemplateMenu view={view} />
        </nav>
      }
    >
      <div class={css.columns}>
        <div class={css.column}>
          {isPhone && breaches}
          <WrittenPage
            name={`day/${day}`}
            label={title}
            placeholder={journal.writeDay}
            subject={{ type: 'day', id: day }}
            onView={setView}
          />
          {checklists}
          <AttachmentStrip subject={{ type: 'day', id: day }} />
        </div>
        <aside class={css.column}>
          {!isPhone && breaches}
          <DayFactList day={day} />
        </aside>
      </div>
    </Page>
  );
}

const goTo = (day: Day): void => go(link('day', { day }));

function NoDay({ given }: { readonly given: string }) {
  return (
    <Page title={journal.page} measure="text">
      <p>{journal.notADay(given)}</p>
      <p>
        <LinkButton href={link('days')} tone="primary">
          {journal.toToday}
        </LinkButton>
      </p>
    </Page>
  );
}
