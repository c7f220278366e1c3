import type { Pages } from './app/index.ts';

/** Joins places with the pages that show them. A page is loaded when somebody first goes there. */
export const pages: Pages = {
  positions: { load: async () => (await import('./tradelog/index.ts')).PositionsPage, needsBook: true },
  newPosition: { load: async () => (await import('./tradelog/index.ts')).NewPositionPage, needsBook: true },
  position: { load: async () => (await import('./trade/index.ts')).TradePage, needsBook: true },
  days: { load: async () => (await import('./journal/index.ts')).TodaysPage, needsBook: true },
  day: { load: async () => (await import('./journal/index.ts')).DayPage, needsBook: true },
  notifications: { load: async () => (await import('./notifications/index.ts')).NotificationsPage, needsBook: true },
  notificationSettings: { load: async () => (await import('./notifications/index.ts')).NotificationSettingsPage, needsBook: true },
  more: { load: async () => (await import('./more/index.ts')).MorePage, needsBook: false },
  waiting: { load: async () => (await import('./waiting/index.ts')).WaitingPage, needsBook: true },
  parts: { load: async () => (await import('./parts/index.ts')).PartsPage, needsBook: false, isBare: true },
};
