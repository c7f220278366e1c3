import type { Versioned } from '@taffrail/domain/kernel';
import { phaseProgressId, phaseSettingsId, type PhaseProgress, type Settings } from '@taffrail/domain/phases';
import type { BookNow } from '../workspace/index.ts';

type Book = Pick<BookNow, 'state'>;

export const progressRef = { aggregate_type: 'phase_progress', aggregate_id: phaseProgressId };
export const settingsRef = { aggregate_type: 'phase_settings', aggregate_id: phaseSettingsId };

export const findProgress = (book: Book): Versioned<PhaseProgress> | undefined =>
  book.state(progressRef) as Versioned<PhaseProgress> | undefined;

export const findSettings = (book: Book): Versioned<Settings> | undefined => book.state(settingsRef) as Versioned<Settings> | undefined;
