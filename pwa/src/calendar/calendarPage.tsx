import { monthOf } from '@taffrail/domain/discipline';
import type { Day } from '@taffrail/domain/kernel';
import {
  EmptyState,
  ErrorState,
  IconButton,
  LinkButton,
  Page,
  SegmentedControl,
  Select,
  Skeleton,
  useFormats,
  useIsPhone,
} from '@taffrail/ui';
import { mayWrite, sentenceOf, useActions, useReplica } from '../app/index.ts';
import { link } from '../routes/index.ts';
import { calendar as words } from '../words/index.ts';
import css from './calendar.module.css';
import { HeatView } from './heat/heatView.tsx';
import { MonthView } from './month/monthView.tsx';
import { monthAfter, views } from './span.ts';
import { Summary } from './summary.tsx';
import { type CalendarState, type Shown, useCalendar } from './useCalendar.ts';
import { YearView } from './year/yearView.tsx';

const choices = views.map((value) => ({ value, label: words.views[value] }));

/** Which days broke a rule, and what the days made. */
export function CalendarPage() {
  const state = useCalendar();
  const { view, month, shown, isEmpty, error } = state;
  const formats = useFormats();
  // A copy that still loads says nothing yet about what the book holds.
  const isFilling = ['connecting', 'loading'].includes(useReplica().line.value.state);
  // On a phone a long name would take a second line.
  const monthOn = useIsPhone() ? formats.shortMonth : formats.month;
  const title = view === 'month' ? monthOn(`${month}-01`) : month.slice(0, 4);
  if (error !== undefined) return <ErrorState title={words.failed}>{sentenceOf(error)}</ErrorState>;
  return (
    <Page title={title} actions={<Way state={state} />}>
      {shown === undefined || (isEmpty && isFilling) ? (
        <Loading />
      ) : shown === 'nobody' || isEmpty ? (
        <FirstUse />
      ) : (
        <Filled state={state} shown={shown} title={title} />
      )}
    </Page>
  );
}

function Way({ state: { view, month, today, setMonth } }: { readonly state: CalendarState }) {
  const step = view === 'month' ? 'month' : 'year';
  const back = () => setMonth(monthAfter(view, month, -1));
  const on = () => setMonth(monthAfter(view, month, 1));
  useActions([
    { id: 'calendar.previous', label: words.previous[step], icon: 'chevronStart', keys: '[', run: back },
    { id: 'calendar.next', label: words.next[step], icon: 'chevronEnd', keys: ']', run: on },
  ]);
  return (
    <>
      <IconButton icon="chevronStart" directional label={words.previous[step]} keys="[" onClick={back} />
      <IconButton icon="chevronEnd" directional label={words.next[step]} keys="]" onClick={on} />
      <IconButton icon="today" label={words.toToday} onClick={() => setMonth(monthOf(today))} />
    </>
  );
}

interface FilledProps {
  readonly state: CalendarState;
  readonly shown: Shown;
  readonly title: string;
}

function Filled({ state, shown, title }: FilledProps) {
  const { view, month, today, setView, setMonth, setWhose } = state;
  const goToDay = (day: Day) => setMonth(monthOf(day));
  const drawn = { shown, title, today, onBeyond: goToDay };
  return (
    <>
      <div class={css.bar}>
        <SegmentedControl bare label={words.view} value={view} choices={choices} onChange={setView} />
        {shown.choices.length > 1 && <WhoseChoice shown={shown} onChange={setWhose} />}
      </div>
      <Summary shown={shown} time={view === 'month' ? month : month.slice(0, 4)} title={title} />
      {view === 'month' && <MonthView {...drawn} />}
      {view === 'year' && <YearView month={month} today={today} shown={shown} />}
      {view === 'heat' && <HeatView {...drawn} />}
    </>
  );
}

function WhoseChoice({ shown: { whose, choices: all }, onChange }: { readonly shown: Shown; readonly onChange: (of: string) => void }) {
  const isOneCurrency = all.every(({ currency }) => currency === whose.currency);
  return (
    <Select
      bare
      label={words.whose}
      value={whose.key}
      choices={all.map(({ key, currency, name }) => ({
        value: key,
        label: name ?? (isOneCurrency ? words.allAccounts : words.allIn(currency)),
      }))}
      onChange={onChange}
    />
  );
}

function Loading() {
  return (
    <>
      <Skeleton shape="figure" />
      <Skeleton shape="card" count={4} />
    </>
  );
}

function FirstUse() {
  return (
    <EmptyState
      icon="calendar"
      title={words.emptyTitle}
      actions={
        mayWrite.value && (
          <>
            <LinkButton tone="primary" icon="add" href={link('newPosition')}>
              {words.emptyAction}
            </LinkButton>
            <LinkButton href={link('sample')}>{words.emptySample}</LinkButton>
          </>
        )
      }
    >
      {words.empty}
    </EmptyState>
  );
}
