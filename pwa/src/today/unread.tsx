import { LinkButton } from '@taffrail/ui';
import { feed, NoticeList } from '../notifications/index.ts';
import { link } from '../routes/index.ts';
import { today as words } from '../words/index.ts';

/** More is on a page of its own. */
const MOST = 3;

/** What one was told and has not seen. */
export function Unread() {
  const now = feed.value;
  const unread = now.status === 'ready' ? now.notices.filter(({ read_at }) => read_at === null).slice(0, MOST) : [];
  if (unread.length === 0) return null;
  return (
    <div>
      <NoticeList notices={unread} />
      <LinkButton tone="quiet" href={link('notifications')}>
        {words.allNotices}
      </LinkButton>
    </div>
  );
}
