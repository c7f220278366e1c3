import type { Page } from 'playwright-core';
import type { DeviceOptions } from '../browser/harness/index.ts';
import { opensDayPage, opensPosition, opensPositions, opensToday } from './visits.ts';

export interface Picture {
  readonly name: string;
  readonly on: DeviceOptions;
  /** Leads to what the picture shows, from Today of the sample book. */
  readonly visit: (page: Page) => Promise<void>;
}

/** The pictures of README.md and of whoever installs the app: every screen size in both themes. */
export const pictures: readonly Picture[] = [
  { name: 'today', on: { screen: 'phone', pixelRatio: 2, theme: 'light' }, visit: opensToday },
  { name: 'day', on: { screen: 'phone', pixelRatio: 2, theme: 'dark' }, visit: opensDayPage },
  { name: 'positions', on: { screen: 'desktop', pixelRatio: 1.5, theme: 'light' }, visit: opensPositions },
  { name: 'position', on: { screen: 'desktop', pixelRatio: 1.5, theme: 'dark' }, visit: opensPosition },
];
