export { followNotices } from './follow.ts';
export { NotificationsPage } from './notificationsPage.tsx';
export { NotificationSettingsPage } from './settingsPage.tsx';
