export { watchForUpdates, type Updates, type UpdateState } from './updates.ts';
export { version } from './version.ts';
