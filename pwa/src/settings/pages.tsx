import { RulesPanel } from '../discipline/index.ts';
import { BooksPanel, DevicesPanel, PeoplePanel, SecurityPanel, SignedIn } from '../identity/index.ts';
import { NotificationSettings } from '../notifications/index.ts';
import { PhaseSettingsPanel } from '../phases/index.ts';
import { AccountList } from '../tradelog/index.ts';
import { AboutPanel } from './about.tsx';
import { AppearancePanel } from './appearance.tsx';
import { DataPanel } from './data.tsx';
import { SettingsFrame } from './frame.tsx';
import { KeyboardPanel } from './keyboard.tsx';

export const AccountsPage = () => (
  <SettingsFrame at="accounts">
    <AccountList />
  </SettingsFrame>
);

export const RulesPage = () => (
  <SettingsFrame at="rules">
    <RulesPanel />
  </SettingsFrame>
);

export const PhaseSettingsPage = () => (
  <SettingsFrame at="phaseSettings">
    <PhaseSettingsPanel />
  </SettingsFrame>
);

export const BooksPage = () => (
  <SettingsFrame at="books">
    <BooksPanel />
  </SettingsFrame>
);

export const PeoplePage = () => (
  <SettingsFrame at="members">
    <PeoplePanel />
  </SettingsFrame>
);

export const DataPage = () => (
  <SettingsFrame at="data">
    <DataPanel />
  </SettingsFrame>
);

export const SecurityPage = () => (
  <SettingsFrame at="security">
    <SignedIn>
      <SecurityPanel />
    </SignedIn>
  </SettingsFrame>
);

export const DevicesPage = () => (
  <SettingsFrame at="devices">
    <SignedIn>
      <DevicesPanel />
    </SignedIn>
  </SettingsFrame>
);

export const NotificationsSettingsPage = () => (
  <SettingsFrame at="notificationSettings">
    <NotificationSettings />
  </SettingsFrame>
);

export const AppearancePage = () => (
  <SettingsFrame at="appearance">
    <AppearancePanel />
  </SettingsFrame>
);

export const KeyboardPage = () => (
  <SettingsFrame at="keyboard">
    <KeyboardPanel />
  </SettingsFrame>
);

export const AboutPage = () => (
  <SettingsFrame at="about">
    <AboutPanel />
  </SettingsFrame>
);
