import type { Page } from 'playwright-core';
import { theApp } from './steps.ts';

/**
 * Makes the device one that has been used before: it has a book, of the workspace on its server or of its own. What a person does for that on
 * a first run has scenes of its own, and the others begin here.
 */
export async function giveBook(page: Page, origin: string, of: 'the server' | 'this device'): Promise<void> {
  const entry = {
    id: crypto.randomUUID(),
    name: 'Book',
    made_at: new Date().toISOString(),
    workspace_id: of === 'the server' ? 'main' : null,
    is_sample: false,
  };
  // On a busy machine a new browser has been seen to lose what was stored in its first second: it counts once it is found again.
  for (let found = ''; found !== 'there';) {
    await page.goto(`${origin}/more`);
    await theApp(page);
    found = await noted(page, entry);
  }
}

/** The list of books can be written in once it has its table, which is a moment after its name. */
async function noted(page: Page, entry: { readonly id: string }): Promise<string> {
  const answer = await page.waitForFunction(async (book) => {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'taffrail-books')) return '';
    const directory = await new Promise<IDBDatabase | undefined>((resolve) => {
      const asked = indexedDB.open('taffrail-books');
      asked.addEventListener('success', () => resolve(asked.result));
      asked.addEventListener('error', () => resolve(undefined));
    });
    if (!directory?.objectStoreNames.contains('book')) {
      directory?.close();
      return '';
    }
    const change = directory.transaction('book', 'readwrite');
    const known = change.objectStore('book').getKey(book.id);
    known.addEventListener('success', () => void (known.result ?? change.objectStore('book').put(book)));
    await new Promise((resolve) => change.addEventListener('complete', resolve));
    directory.close();
    return known.result === undefined ? 'noted' : 'there';
  }, entry);
  return answer.jsonValue();
}
