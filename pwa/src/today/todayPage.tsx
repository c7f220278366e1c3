import type { Account } from '@taffrail/domain/tradelog';
import type { PositionRow, Replica } from '@taffrail/replica';
import { calendarDayOf, tradingDayOf } from '@taffrail/domain/kernel';
import { Banner, ErrorState, LinkButton, Page, Skeleton, useFormats, useIsPhone } from '@taffrail/ui';
import { useMemo } from 'preact/hooks';
import { mayWrite, sentenceOf, traderClock, useLive, useReplica } from '../app/index.ts';
import { useMinute } from '../conduct/index.ts';
import { VerdictPanel } from '../discipline/index.ts';
import { link } from '../routes/index.ts';
import { PendingOrders } from '../tradelog/index.ts';
import { today as words } from '../words/index.ts';
import { FirstAccount } from './firstAccount.tsx';
import { glanceAt } from './glance.ts';
import { OpenPositions } from './openPositions.tsx';
import { Planned } from './planned.tsx';
import { Results } from './results.tsx';
import { TodaysDayPage } from './todaysDayPage.tsx';
import { Unread } from './unread.tsx';
import css from './today.module.css';

/** What may I do now: how the day stands, what is on, what is planned, what wants attention. */
export function TodayPage() {
  const replica = useReplica();
  const accounts = useLive(['account'], () => replica.states<Account>('account'));
  const rows = replica.rows<PositionRow>('positions').value;

  if (accounts.status === 'failed') return <ErrorState title={words.failed}>{sentenceOf(accounts.error)}</ErrorState>;
  if (accounts.status === 'loading' || rows === undefined) return <Loading />;
  if (accounts.value.length === 0 && isFilling(replica)) return <Loading />;
  if (accounts.value.length === 0 && mayWrite.value) return <FirstAccount />;
  return <Day accounts={accounts.value.map(({ state }) => state)} rows={rows} />;
}

/** A copy that still loads says nothing yet about whether the book has accounts. */
function isFilling(replica: Replica): boolean {
  const { state } = replica.line.value;
  return state === 'connecting' || state === 'loading';
}

function Loading() {
  return (
    <Page title={words.title}>
      <Skeleton shape="figure" />
      <Skeleton shape="row" count={5} />
    </Page>
  );
}

interface DayProps {
  readonly accounts: readonly Account[];
  readonly rows: ReadonlyMap<string, PositionRow>;
}

function Day({ accounts, rows }: DayProps) {
  const replica = useReplica();
  const formats = useFormats();
  // A phone has it under the thumb.
  const isPhone = useIsPhone();
  // Whoever leaves it open overnight finds the new day in the morning.
  const now = useMinute();
  const byId = useMemo(() => new Map(accounts.map((account) => [account.id, account])), [accounts]);
  const { open, planned, results } = useMemo(() => glanceAt(now, rows.values(), byId), [rows, byId, now]);
  const conflicts = replica.conflicts.value.length;

  return (
    <Page
      title={words.title}
      beside={<span class={css.date}>{formats.longDay(calendarDayOf(now, formats.zone))}</span>}
      actions={
        !isPhone &&
        mayWrite.value && (
          <LinkButton tone="primary" icon="add" href={link('newPosition')}>
            {words.plan}
          </LinkButton>
        )
      }
    >
      {conflicts > 0 && (
        <Banner tone="warning" actions={<LinkButton href={link('waiting')}>{words.decide}</LinkButton>}>
          {words.conflicts(conflicts, formats.count(conflicts))}
        </Banner>
      )}
      <VerdictPanel accounts={accounts} />
      <Results results={results} open={open.length} planned={planned.length} />
      <div class={css.columns}>
        <div class={css.main}>
          <OpenPositions rows={open} accounts={byId} now={now} />
          {planned.length > 0 && <Planned rows={planned} now={now} />}
          <PendingOrders />
        </div>
        <div class={css.side}>
          <TodaysDayPage day={tradingDayOf(now, traderClock(accounts, formats.zone))} />
          <Unread />
        </div>
      </div>
    </Page>
  );
}
