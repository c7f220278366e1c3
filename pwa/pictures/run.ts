import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { onStage } from '../browser/harness/index.ts';
import { buildIfStale } from '../build/buildIfStale.ts';
import { pictures, type Picture } from './pictures.ts';

/** README.md shows them from where the build takes them. */
const FOLDER = join(import.meta.dirname, '../public/screenshots');
/** Noon of a Wednesday in New York: the morning's trades are done, and the same picture comes out on every day. */
const MOMENT = '2026-11-18T17:05:00Z';

await buildIfStale();
mkdirSync(FOLDER, { recursive: true });
for (const picture of pictures) {
  const file = await sharp(await taken(picture))
    .png({ palette: true, effort: 10 })
    .toBuffer();
  writeFileSync(join(FOLDER, `${picture.name}.png`), file);
  console.log(`${picture.name}.png, ${Math.round(file.length / 1024)} KiB`);
}

function taken({ on, visit }: Picture): Promise<Buffer> {
  return onStage(
    async ({ device }) => {
      const clockAheadMs = Date.parse(MOMENT) - Date.now();
      const { page, origin } = await device({ ...on, clockAheadMs });
      await page.goto(origin);
      await page.getByRole('link', { name: 'Open the sample data' }).click();
      await page.getByRole('list', { name: 'Open positions' }).waitFor();
      await isTheirOwn(page);
      await visit(page);
      return page.screenshot({ animations: 'disabled', caret: 'hide' });
    },
    { isUnclaimed: true },
  );
}

/** Over a book of made-up trades stands everywhere that it is one; a picture shows what somebody sees who uses the app. */
async function isTheirOwn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const directory = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open('taffrail-books');
      asked.addEventListener('success', () => resolve(asked.result));
      asked.addEventListener('error', () => reject(asked.error ?? new Error('the list of books did not open')));
    });
    await new Promise<void>((resolve) => {
      const change = directory.transaction('book', 'readwrite');
      const books = change.objectStore('book');
      books.openCursor().addEventListener('success', ({ target }) => {
        const at = (target as IDBRequest<IDBCursorWithValue | null>).result;
        at?.update({ ...at.value, is_sample: false });
      });
      change.addEventListener('complete', () => resolve());
    });
    directory.close();
  });
  await page.reload();
  await page.getByRole('list', { name: 'Open positions' }).waitFor();
}
