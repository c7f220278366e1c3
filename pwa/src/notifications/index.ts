export { feed } from './feed.ts';
export { followNotices } from './follow.ts';
export { NoticeList } from './noticeList.tsx';
export { NotificationsPage } from './notificationsPage.tsx';
export { NotificationSettings } from './settings.tsx';
