import type { Books } from '@taffrail/replica';

/** The books of this browser; those of a server speak to it at that address. The first frame needs none of it. */
export async function booksAt(origin: string | null): Promise<Books> {
  const { openBooks, randomIds, systemClock } = await import('@taffrail/replica');
  return openBooks(systemClock, randomIds(systemClock), origin ?? '');
}
