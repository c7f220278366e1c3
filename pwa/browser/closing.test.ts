import { expect, test } from 'vitest';
import { openClient, readEvents } from '../../sync-server/faults/client.ts';
import { atTheList, type Device, isClosed, lineOn, onStage, type StageServer } from './harness/index.ts';

/** Runs in the page, and tells how many writes to its database a save has come to. */
function tellWrites(): void {
  const { add, put } = IDBObjectStore.prototype;
  const { told } = globalThis as unknown as { told: (writes: number) => Promise<void> };
  let writes = 0;
  const telling = (write: typeof put): typeof put =>
    function (this: IDBObjectStore, ...given) {
      void told((writes += 1));
      return write.apply(this, given);
    };
  Object.assign(IDBObjectStore.prototype, { add: telling(add), put: telling(put) });
}

/** Writes a trade down in a tab of its own, which is closed at that write of saving it. Whether it was said to be saved. */
async function savesUntil(desk: Device, symbol: string, closedAtWrite: number): Promise<boolean> {
  const tab = await desk.openTab('/positions/new');
  await lineOn(tab).fill(`+100 ${symbol} 20`);
  const closed = new Promise((resolve) => tab.once('close', resolve));
  await tab.exposeFunction('told', (writes: number) => {
    if (writes === closedAtWrite) void tab.close();
  });
  await tab.evaluate(tellWrites);
  const saved = isClosed(tab).then(
    () => true,
    () => false,
  );
  // The answer to the key may be lost with the tab.
  void lineOn(tab)
    .press('Enter')
    .catch(() => {});
  const wasSaved = await Promise.race([saved, closed.then(() => false)]);
  await tab.close();
  return wasSaved;
}

async function symbolsInLog(server: StageServer): Promise<readonly string[]> {
  const client = openClient(server);
  const events = await readEvents(client, 0);
  client.close();
  return events.flatMap(({ type, payload }) => (type === 'PositionCreated' ? [(payload as { symbol: string }).symbol] : []));
}

test('of what a closed tab was saving, all that was said to be saved is there, and nothing twice', () =>
  onStage(async ({ server, device }) => {
    const desk = await device();
    await atTheList(desk, 'the server');
    const saved: string[] = [];
    for (const [symbol, closedAtWrite] of [
      ['AA', 1],
      ['BB', 2],
      ['CC', 3],
      ['DD', 4],
      ['EE', 5],
      ['FF', Infinity],
    ] as const) {
      if (await savesUntil(desk, symbol, closedAtWrite)) saved.push(symbol);
    }
    expect(saved).toContain('FF');
    await desk.page.goto(`${desk.origin}/waiting`);
    await desk.page.getByText('Everything is on the server').waitFor();
    const inLog = await symbolsInLog(server);
    expect(inLog).toEqual(expect.arrayContaining(saved));
    expect(new Set(inLog).size).toBe(inLog.length);
    await desk.page.goto(`${desk.origin}/positions`);
    await desk.page.getByText('FF', { exact: true }).first().waitFor();
    const rows = await desk.page.locator('[data-row] [data-open]').allInnerTexts();
    expect(rows.toSorted()).toEqual(inLog.toSorted());
  }));

test('a trade that was saved is not offered again, although its tab was closed before it could forget what was typed', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    await atTheList(desk, 'the server');
    const tab = await desk.openTab('/positions/new');
    await lineOn(tab).fill('+100 AAPL 20');
    await tab.evaluate(() => (Storage.prototype.removeItem = () => {}));
    await lineOn(tab).press('Enter');
    await isClosed(tab);
    await tab.close();
    const { page } = desk;
    await page.goto(`${desk.origin}/positions/new`);
    await lineOn(page).waitFor();
    await expect.poll(() => lineOn(page).inputValue()).toBe('');
    await lineOn(page).fill('+100 MSFT 30');
    await lineOn(page).press('Enter');
    await isClosed(page);
    await page.getByText('2 positions').first().waitFor();
  }));
