import { refusals } from '@taffrail/domain/conduct';
import type { Route } from '../http/index.ts';
import type { ServerContext } from '../workspace/index.ts';
import { unfoundedFigures } from './evidence.ts';
import { conductJobsOf, KEEP, keep } from './keeping.ts';
import { conductReminders } from './reminders.ts';
import { armingRoutes } from './routes/arming.ts';
import { calendarRoutes } from './routes/calendar.ts';
import { overrideRoutes } from './routes/overrides.ts';
import { phaseRoutes } from './routes/phases.ts';
import { reviewRoutes } from './routes/reviews.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { verdictRoutes } from './routes/verdict.ts';
import { conductMigrations, conductProjections, conductTables } from './tables.ts';

/** Where the contexts of a book come together: it knows no facts of its own, and keeps what those of the others come to. */
export const conduct: ServerContext = {
  context: { name: 'conduct', aggregates: [], commands: [], refusals },
  migrations: conductMigrations,
  tables: conductTables,
  projections: conductProjections,
  jobsOf: conductJobsOf,
  standingJob: KEEP,
  jobs: { [KEEP]: keep },
  unfounded: unfoundedFigures,
  remindersOf: conductReminders,
};

export const conductRoutes: readonly Route[] = [
  ...armingRoutes,
  ...verdictRoutes,
  ...overrideRoutes,
  ...calendarRoutes,
  ...reviewRoutes,
  ...sessionRoutes,
  ...phaseRoutes,
];

export { phaseOverrideRoutes } from './routes/phaseOverride.ts';
