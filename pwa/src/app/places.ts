import type { IconName } from '@taffrail/ui';
import type { RouteName } from '../routes/index.ts';
import { shell } from '../words/index.ts';

/** A place that is always one tap away. */
export interface MainPlace {
  readonly route: PlainRoute;
  readonly label: string;
  /** Where there is no room for more. */
  readonly short: string;
  readonly icon: IconName;
  readonly keys: string;
  /** Places that lie behind this one. */
  readonly holds: readonly RouteName[];
  /** Shown beside a desk's window, at the bottom of a phone, or both. */
  readonly on: 'both' | 'desk' | 'phone';
  /** Begins something new in the book. */
  readonly isMainAction?: boolean;
}

type PlainRoute = Exclude<RouteName, 'position' | 'day' | 'breach' | 'review' | 'playbook' | 'playbookDraft'>;

const inSettings = [
  'books',
  'accounts',
  'rules',
  'phaseSettings',
  'appearance',
  'devices',
  'members',
  'security',
  'notificationSettings',
  'data',
  'keyboard',
  'about',
] as const;

const inCalendar = ['breaches', 'breach', 'reviews', 'review'] as const;

export const mainPlaces: readonly MainPlace[] = [
  { route: 'today', label: shell.today, short: shell.today, icon: 'today', keys: 'g t', holds: [], on: 'both' },
  { route: 'positions', label: shell.positions, short: shell.positions, icon: 'positions', keys: 'g p', holds: ['position'], on: 'both' },
  {
    route: 'newPosition',
    label: shell.newPosition,
    short: shell.newShort,
    icon: 'add',
    keys: 'n',
    holds: [],
    on: 'both',
    isMainAction: true,
  },
  { route: 'calendar', label: shell.calendar, short: shell.calendar, icon: 'calendar', keys: 'g c', holds: inCalendar, on: 'desk' },
  // A bar has five places, and the calendar leads to every day.
  {
    route: 'calendar',
    label: shell.calendar,
    short: shell.calendar,
    icon: 'calendar',
    keys: 'g c',
    holds: ['days', 'day', ...inCalendar],
    on: 'phone',
  },
  { route: 'days', label: shell.day, short: shell.day, icon: 'day', keys: 'g d', holds: ['day'], on: 'desk' },
  { route: 'phases', label: shell.phases, short: shell.phases, icon: 'steps', keys: 'g f', holds: [], on: 'desk' },
  {
    route: 'playbooks',
    label: shell.playbooks,
    short: shell.playbooks,
    icon: 'checks',
    keys: 'g b',
    holds: ['playbook', 'playbookDraft'],
    on: 'desk',
  },
  { route: 'riskGraph', label: shell.riskGraph, short: shell.riskGraph, icon: 'payoff', keys: 'g k', holds: [], on: 'desk' },
  { route: 'notifications', label: shell.notifications, short: shell.notifications, icon: 'bell', keys: 'g n', holds: [], on: 'desk' },
  { route: 'settings', label: shell.settings, short: shell.settings, icon: 'settings', keys: 'g s', holds: inSettings, on: 'desk' },
  {
    route: 'more',
    label: shell.more,
    short: shell.more,
    icon: 'more',
    keys: 'g m',
    holds: ['phases', 'playbooks', 'playbook', 'playbookDraft', 'riskGraph', 'notifications', 'waiting', 'settings', ...inSettings],
    on: 'phone',
  },
];
