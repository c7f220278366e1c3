import type { Pages } from './app/index.ts';

/** Joins places with the pages that show them. A page is loaded when somebody first goes there. */
export const pages: Pages = {
  today: { load: async () => (await import('./today/index.ts')).TodayPage, needsBook: true },
  positions: { load: async () => (await import('./tradelog/index.ts')).PositionsPage, needsBook: true },
  newPosition: { load: async () => (await import('./trade/index.ts')).NewTradePage, needsBook: true },
  position: { load: async () => (await import('./trade/index.ts')).TradePage, needsBook: true },
  days: { load: async () => (await import('./journal/index.ts')).TodaysPage, needsBook: true },
  day: { load: async () => (await import('./daybook/index.ts')).TradingDayPage, needsBook: true },
  playbooks: { load: async () => (await import('./playbooks/index.ts')).PlaybooksPage, needsBook: true },
  playbook: { load: async () => (await import('./playbooks/index.ts')).PlaybookPage, needsBook: true },
  playbookDraft: { load: async () => (await import('./playbooks/index.ts')).BuilderPage, needsBook: true },
  share: { load: async () => (await import('./journal/index.ts')).SharePage, needsBook: true },
  notifications: { load: async () => (await import('./notifications/index.ts')).NotificationsPage, needsBook: true },
  more: { load: async () => (await import('./more/index.ts')).MorePage, needsBook: false },
  waiting: { load: async () => (await import('./waiting/index.ts')).WaitingPage, needsBook: true },

  settings: { load: async () => (await import('./settings/index.ts')).SettingsPage, needsBook: false },
  accounts: { load: async () => (await import('./settings/index.ts')).AccountsPage, needsBook: true },
  books: { load: async () => (await import('./settings/index.ts')).BooksPage, needsBook: false },
  members: { load: async () => (await import('./settings/index.ts')).PeoplePage, needsBook: false },
  data: { load: async () => (await import('./settings/index.ts')).DataPage, needsBook: true },
  security: { load: async () => (await import('./settings/index.ts')).SecurityPage, needsBook: false },
  devices: { load: async () => (await import('./settings/index.ts')).DevicesPage, needsBook: false },
  notificationSettings: { load: async () => (await import('./settings/index.ts')).NotificationsSettingsPage, needsBook: true },
  appearance: { load: async () => (await import('./settings/index.ts')).AppearancePage, needsBook: false },
  keyboard: { load: async () => (await import('./settings/index.ts')).KeyboardPage, needsBook: false },
  about: { load: async () => (await import('./settings/index.ts')).AboutPage, needsBook: false },

  welcome: { load: async () => (await import('./welcome/index.ts')).WelcomePage, needsBook: false, isBare: true },
  sample: { load: async () => (await import('./sample/index.ts')).SamplePage, needsBook: false, isBare: true },
  signIn: { load: async () => (await import('./identity/index.ts')).SignInPage, needsBook: false, isBare: true },
  setup: { load: async () => (await import('./identity/index.ts')).SetupPage, needsBook: false, isBare: true },
  letIn: { load: async () => (await import('./identity/index.ts')).LetInPage, needsBook: false, isBare: true },
  invitation: { load: async () => (await import('./identity/index.ts')).InvitationPage, needsBook: false, isBare: true },
  pair: { load: async () => (await import('./identity/index.ts')).PairPage, needsBook: false, isBare: true },
  parts: { load: async () => (await import('./parts/index.ts')).PartsPage, needsBook: false, isBare: true },
};
