import { Banner, Button, EmptyState, LinkButton, Page, Skeleton } from '@taffrail/ui';
import { useEffect } from 'preact/hooks';
import { useReplica } from '../app/index.ts';
import { go, link, textParam, useSearch } from '../routes/index.ts';
import { notifications } from '../words/index.ts';
import { feed, type Feed, markAllRead, markRead, refreshFeed, showOlder, workspaceOnScreen } from './feed.ts';
import { NoticeList } from './noticeList.tsx';
import { NotRead } from './notRead.tsx';
import { placeOfTapped } from './where.ts';

const tapped = { notice: textParam, kind: textParam, subject: textParam };

/** What one was told: what is unread first. */
export function NotificationsPage() {
  const replica = useReplica();
  const isLocal = workspaceOnScreen() === undefined;
  const now = feed.value;
  const isLeading = useTappedNotice();
  useEffect(() => void refreshFeed(), []);
  const conflicts = replica.conflicts.value.length;

  if (isLeading) return null;
  return (
    <Page title={notifications.title} measure="text" actions={isLocal ? undefined : <PageActions now={now} />}>
      {conflicts > 0 && (
        <Banner
          tone="warning"
          title={notifications.conflictsTitle(conflicts)}
          actions={<LinkButton href={link('waiting')}>{notifications.decide}</LinkButton>}
        >
          {notifications.conflicts}
        </Banner>
      )}
      {isLocal ? <LocalOnly /> : <FeedView now={now} />}
    </Page>
  );
}

function PageActions({ now }: { readonly now: Feed }) {
  const unread = now.status === 'ready' ? now.unread : 0;
  return (
    <>
      {unread > 0 && (
        <Button icon="check" onClick={() => void markAllRead()}>
          {notifications.markAllRead}
        </Button>
      )}
      <LinkButton tone="quiet" icon="settings" href={link('notificationSettings')}>
        {notifications.settings}
      </LinkButton>
    </>
  );
}

/** Whoever tapped a push wants to see what it tells of; going back leads to where they were before. */
function useTappedNotice(): boolean {
  const [address] = useSearch(tapped);
  const { notice } = address;
  const place = placeOfTapped(address);
  useEffect(() => {
    if (place === undefined) return;
    void markRead(Number(notice));
    go(place, { replace: true });
  }, [place, notice]);
  return place !== undefined;
}

function FeedView({ now }: { readonly now: Feed }) {
  if (now.status === 'loading') return <Skeleton shape="row" count={6} />;
  if (now.status === 'failed') return <NotRead refusal={now.refusal} onAgain={() => void refreshFeed()} />;
  if (now.notices.length === 0) {
    return (
      <EmptyState icon="bell" title={notifications.emptyTitle}>
        {notifications.empty}
      </EmptyState>
    );
  }
  return (
    <>
      <NoticeList notices={now.notices} />
      {now.oldest !== undefined && <Button onClick={() => void showOlder()}>{notifications.older}</Button>}
    </>
  );
}

function LocalOnly() {
  return (
    <EmptyState icon="device" title={notifications.localTitle}>
      {notifications.local}
    </EmptyState>
  );
}
