export {
  AccountsPage,
  RulesPage,
  PhaseSettingsPage,
  BooksPage,
  PeoplePage,
  DataPage,
  SecurityPage,
  DevicesPage,
  NotificationsSettingsPage,
  AppearancePage,
  KeyboardPage,
  AboutPage,
} from './pages.tsx';
export { SettingsPage } from './settingsPage.tsx';
