import type { Page } from 'playwright-core';
import { theApp } from './steps.ts';

/**
 * Makes the device one that has been used before: it has a book, of the workspace on its server or of its own. What a person does for that on
 * a first run has scenes of its own, and the others begin here.
 */
export async function giveBook(page: Page, origin: string, of: 'the server' | 'this device'): Promise<void> {
  await page.goto(`${origin}/more`);
  await theApp(page);
  // The list is there once it has its table, which is a moment after its name.
  await page.waitForFunction(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'taffrail-books')) return false;
    const directory = await new Promise<IDBDatabase | undefined>((resolve) => {
      const asked = indexedDB.open('taffrail-books');
      asked.addEventListener('success', () => resolve(asked.result));
      asked.addEventListener('error', () => resolve(undefined));
    });
    const isMade = directory?.objectStoreNames.contains('book') ?? false;
    directory?.close();
    return isMade;
  });
  const entry = {
    id: crypto.randomUUID(),
    name: 'Book',
    made_at: new Date().toISOString(),
    workspace_id: of === 'the server' ? 'main' : null,
    is_sample: false,
  };
  await page.evaluate(async (book) => {
    const directory = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open('taffrail-books');
      asked.addEventListener('success', () => resolve(asked.result));
      asked.addEventListener('error', () => reject(asked.error ?? new Error('the list of books did not open')));
    });
    await new Promise<void>((resolve) => {
      const change = directory.transaction('book', 'readwrite');
      change.objectStore('book').put(book);
      change.addEventListener('complete', () => resolve());
    });
    directory.close();
  }, entry);
}
