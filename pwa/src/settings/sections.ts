import type { IconName } from '@taffrail/ui';
import type { RouteName } from '../routes/index.ts';
import { settings as words } from '../words/index.ts';

export interface SettingsSection {
  readonly route: SettingsRoute;
  readonly label: string;
  readonly note: string;
  readonly icon: IconName;
}

export type SettingsRoute = Extract<
  RouteName,
  | 'books'
  | 'accounts'
  | 'rules'
  | 'phaseSettings'
  | 'members'
  | 'devices'
  | 'security'
  | 'notificationSettings'
  | 'data'
  | 'appearance'
  | 'keyboard'
  | 'about'
>;

const section = (route: SettingsRoute, icon: IconName): SettingsSection => ({ route, icon, ...words.sections[route] });

/** What belongs to the book comes first, then what belongs to the person, then to the device. */
export const sections: readonly SettingsSection[] = [
  section('accounts', 'journal'),
  section('rules', 'checks'),
  section('phaseSettings', 'steps'),
  section('books', 'copy'),
  section('members', 'person'),
  section('data', 'download'),
  section('security', 'lock'),
  section('devices', 'device'),
  section('notificationSettings', 'bell'),
  section('appearance', 'light'),
  section('keyboard', 'keyboard'),
  section('about', 'info'),
];
