import { weekOf } from '@taffrail/domain/discipline';
import { tradingDayOf } from '@taffrail/domain/kernel';
import type { Account } from '@taffrail/domain/tradelog';
import { Page, Skeleton, useFormats } from '@taffrail/ui';
import { useEffect } from 'preact/hooks';
import { traderClock, useReplica } from '../../app/index.ts';
import { go, link } from '../../routes/index.ts';
import { reviews as words } from '../../words/index.ts';

/** Leads to the review of the week it is. */
export function ThisWeekPage() {
  const replica = useReplica();
  const { zone } = useFormats();
  useEffect(() => {
    void replica.states<Account>('account').then((accounts) => {
      const clock = traderClock(
        accounts.map(({ state }) => state),
        zone,
      );
      go(link('review', { week: weekOf(tradingDayOf(replica.now(), clock)) }), { replace: true });
    });
  }, [replica, zone]);
  return (
    <Page title={words.toThisWeek}>
      <Skeleton shape="card" count={3} />
    </Page>
  );
}
