import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { book, books, openBook } from '../app/index.ts';
import { sample as words } from '../words/index.ts';
import { sampleWishes } from './sampleBook.ts';

/** There is one at most. It is filled all at once, so whoever left in the middle finds it empty and it is filled now. */
export async function openSampleBook(): Promise<Refusal | undefined> {
  const { list, createSampleBook } = await books();
  const entry = (await list()).find(({ is_sample }) => is_sample) ?? (await createSampleBook(words.book));
  await openBook(entry);
  const now = book.peek();
  if (now.status !== 'open') throw new Error('the sample book was opened and is not open');
  const { replica } = now;
  if ((await replica.states('account')).length > 0) return undefined;
  const filled = await replica.dispatch(...sampleWishes(replica.now(), replica.ground.surroundings.ids.next));
  return isRefusal(filled) ? filled : undefined;
}
