import { Page, Skeleton, useFormats } from '@taffrail/ui';
import { useEffect } from 'preact/hooks';
import { useReplica } from '../../app/index.ts';
import { go, link } from '../../routes/index.ts';
import { journal } from '../../words/index.ts';
import { tradingDayNow } from './days.ts';

/** Leads to the page of the trading day it is. */
export function TodaysPage() {
  const replica = useReplica();
  const { zone } = useFormats();
  useEffect(() => {
    void tradingDayNow(replica, zone).then((day) => go(link('day', { day }), { replace: true }));
  }, [replica, zone]);
  return (
    <Page title={journal.page}>
      <Skeleton shape="row" count={6} />
    </Page>
  );
}
