import type { Page } from 'playwright-core';
import { theApp } from './steps.ts';

/**
 * Makes the device one that has been used before: it has a book, of the workspace on its server or of its own. What a person does for that on
 * a first run has scenes of its own, and the others begin here.
 */
export async function giveBook(page: Page, origin: string, of: 'the server' | 'this device'): Promise<void> {
  await page.goto(`${origin}/more`);
  await theApp(page);
  const entry = {
    id: crypto.randomUUID(),
    name: 'Book',
    made_at: new Date().toISOString(),
    workspace_id: of === 'the server' ? 'main' : null,
    is_sample: false,
  };
  // The list of books can be written in once it has its table, which is a moment after its name.
  await page.waitForFunction(async (book) => {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'taffrail-books')) return false;
    const directory = await new Promise<IDBDatabase | undefined>((resolve) => {
      const asked = indexedDB.open('taffrail-books');
      asked.addEventListener('success', () => resolve(asked.result));
      asked.addEventListener('error', () => resolve(undefined));
    });
    if (!directory?.objectStoreNames.contains('book')) return directory?.close();
    await new Promise<void>((resolve) => {
      const change = directory.transaction('book', 'readwrite');
      change.objectStore('book').put(book);
      change.addEventListener('complete', () => resolve());
    });
    directory.close();
    return true;
  }, entry);
}
