import { calendarDayOf, daysBetween, instantFromMs, type Day, type Instant } from '@taffrail/domain/kernel';
import type { Notice, NoticeKind } from '@taffrail/sync';
import { IconButton, List, ListItem, Section, useFormats, type Formats, type IconName } from '@taffrail/ui';
import { notifications, sentenceOfNotice } from '../words/index.ts';
import { markRead } from './feed.ts';
import { placeOf, tappedAddress } from './where.ts';
import css from './noticeList.module.css';

interface NoticeGroup {
  readonly title: string;
  readonly notices: readonly Notice[];
}

/** What is unread in one group, whatever its day; then day by day. */
export function NoticeList({ notices }: { readonly notices: readonly Notice[] }) {
  const formats = useFormats();
  return (
    <>
      {groupsOf(notices, formats).map(({ title, notices: group }) => (
        <Section key={title} title={title}>
          <List label={title}>
            {group.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} />
            ))}
          </List>
        </Section>
      ))}
    </>
  );
}

function groupsOf(notices: readonly Notice[], formats: Formats): readonly NoticeGroup[] {
  const unread = notices.filter(({ read_at }) => read_at === null);
  const read = notices.filter(({ read_at }) => read_at !== null);
  const days = Map.groupBy(read, ({ occurred_at }) => calendarDayOf(occurred_at, formats.zone));
  const byDay = [...days].map(([day, group]) => ({ title: titleOf(day, formats), notices: group }));
  return unread.length > 0 ? [{ title: notifications.unread, notices: unread }, ...byDay] : byDay;
}

function titleOf(day: Day, formats: Formats): string {
  const daysAgo = daysBetween(day, today(formats));
  if (daysAgo === 0) return notifications.today;
  return daysAgo === 1 ? notifications.yesterday : formats.longDay(day);
}

const today = ({ zone }: Formats): Day => calendarDayOf(instantFromMs(Date.now()), zone);

const icons: { readonly [Kind in NoticeKind]: IconName } = {
  position_expires: 'day',
  order_executed: 'check',
  order_cancelled: 'close',
  playbook_published: 'checks',
  playbook_retired: 'checks',
  cap_exceeded: 'warning',
  rule_broken: 'warning',
  phase_changed: 'check',
  downgrade_near: 'warning',
  device_paired: 'device',
  device_revoked: 'lock',
  signed_in_elsewhere: 'lock',
  member_joined: 'person',
  backup_failed: 'warning',
  storage_low: 'warning',
};

/** Leads to what it tells of, and is read by that. */
function NoticeRow({ notice }: { readonly notice: Notice }) {
  const formats = useFormats();
  const sentence = sentenceOfNotice(notice, formats);
  if (!sentence) return null;
  const { id, kind, subject, occurred_at, read_at } = notice;
  const isUnread = read_at === null;
  return (
    <ListItem
      icon={icons[kind]}
      title={isUnread ? <strong>{sentence.title}</strong> : sentence.title}
      note={
        <>
          {formats.sentence(sentence.text)} <When at={occurred_at} isDayShown={isUnread} />
        </>
      }
      href={isUnread ? tappedAddress({ notice: String(id), kind, subject: subject?.id ?? '' }) : placeOf(notice)}
      end={
        isUnread ? (
          <IconButton icon="check" label={notifications.markOneRead(sentence.title)} onClick={() => void markRead(id)} />
        ) : undefined
      }
    />
  );
}

/** Where no heading says the day, it is said here, unless it is today. */
function When({ at, isDayShown }: { readonly at: Instant; readonly isDayShown: boolean }) {
  const formats = useFormats();
  const isToday = calendarDayOf(at, formats.zone) === today(formats);
  return (
    <time class={css.when} dateTime={at} title={formats.exactTime(at)}>
      {isDayShown && !isToday ? formats.dateTime(at) : formats.time(at)}
    </time>
  );
}
