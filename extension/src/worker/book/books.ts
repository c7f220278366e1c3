import { openBooks, randomIds, systemClock, type Books } from '@taffrail/replica';

/** The books of this browser; those of a server speak to it at that address. */
export const booksAt = (origin: string | null): Books => openBooks(systemClock, randomIds(systemClock), origin ?? '');
