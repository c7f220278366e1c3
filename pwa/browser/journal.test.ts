import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  addParagraph,
  base64Of,
  bodyOf,
  bytesOf,
  kindOf,
  madeOf,
  openDocument,
  paragraphsOf,
  updateSince,
  type OpenDocument,
} from '@taffrail/sync';
import { openClient } from '../../sync-server/faults/client.ts';
import {
  atTheList,
  choosesFrom,
  dialogOn,
  giveBook,
  isClosed,
  onStage,
  opens,
  readyOffline,
  types,
  type Device,
  type StageServer,
} from './harness/index.ts';

const NOTHING_KNOWN = new Uint8Array([0]);

const NAME = 'day/2026-11-20';
const DAY = `/${NAME}`;

async function onThePage({ page, origin }: Device, path = DAY): Promise<Locator> {
  await giveBook(page, origin, 'the server');
  return openedAt(page, origin + path);
}

async function openedAt(page: Page, address: string): Promise<Locator> {
  await page.goto(address);
  const text = page.getByRole('textbox', { name: /November 20, 2026|Notes/ });
  await text.waitFor();
  return text;
}

const saved = (page: Page, where: 'device' | 'server') =>
  page.getByText(`Saved on ${where === 'device' ? 'this device' : 'the server'}`).waitFor();
/** Without the names that stand at the cursors of others. */
const linesOf = (text: Locator): Promise<string[]> =>
  text.evaluate((editor) => {
    const copy = editor.cloneNode(true) as Element;
    for (const cursor of copy.querySelectorAll('.cursor')) cursor.remove();
    return [...copy.querySelectorAll('p')].map(({ textContent }) => textContent);
  });

/** What a device without a socket says and hears. */
async function catchUp(server: StageServer, document: OpenDocument): Promise<OpenDocument> {
  const client = openClient(server);
  const update = updateSince(document, NOTHING_KNOWN) as Uint8Array;
  const asked = { name: NAME, state_vector: base64Of(NOTHING_KNOWN), update: base64Of(update) };
  const { body } = await client.post('/api/documents/sync', { documents: [asked] });
  client.close();
  const [answer] = (body as { documents: { update: string }[] }).documents;
  return openDocument(kindOf(NAME)!, { snapshot: undefined, updates: [bytesOf(answer!.update)] });
}

test('a page that two devices wrote without a network holds both once', () =>
  onStage(async ({ device }) => {
    const [desk, laptop] = [await device(), await device()];
    const here = await onThePage(desk);
    const there = await onThePage(laptop);
    await desk.goOffline();
    await laptop.goOffline();
    await here.pressSequentially('Waited for the retest.');
    await there.pressSequentially('Sold too early.');
    await saved(desk.page, 'device');
    await saved(laptop.page, 'device');
    await desk.goOnline();
    await saved(desk.page, 'server');
    await laptop.goOnline();
    await saved(laptop.page, 'server');
    for (const one of [desk, laptop]) {
      const text = await openedAt(one.page, one.origin + DAY);
      await expect
        .poll(async () => (await linesOf(text)).toSorted(), { timeout: 20_000 })
        .toEqual(['Sold too early.', 'Waited for the retest.']);
    }
  }));

test('two who write at once see each other, and each letter as it is typed', () =>
  onStage(async ({ device }) => {
    const [desk, laptop] = [await device(), await device()];
    const here = await onThePage(desk);
    const there = await onThePage(laptop);
    await desk.page.getByText('Also here: Trial').waitFor();
    await here.pressSequentially('Levels drawn.');
    await expect.poll(() => linesOf(there)).toEqual(['Levels drawn.']);
    await there.press('Control+End');
    await there.pressSequentially(' Alarm set.');
    await expect.poll(() => linesOf(here)).toEqual(['Levels drawn. Alarm set.']);
    await here.locator('.cursor-name', { hasText: 'Trial' }).waitFor();
    await laptop.page.goto(`${laptop.origin}/more`);
    await desk.page.getByText('Also here').waitFor({ state: 'detached' });
  }));

test('who opened a page without a network is called by name once there is one', () =>
  onStage(async ({ device }) => {
    const [desk, laptop] = [await device(), await device()];
    await onThePage(desk);
    await onThePage(laptop);
    await readyOffline(laptop.page);
    await laptop.goOffline();
    await laptop.page.reload();
    await laptop.page.getByRole('textbox', { name: /November 20, 2026/ }).waitFor();
    await desk.page.getByText('Also here').waitFor({ state: 'detached' });
    await laptop.goOnline();
    await desk.page.getByText('Also here: Trial').waitFor();
  }));

test('a tab that is closed while it saves loses nothing it called saved, and the page is whole', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    const text = await onThePage(desk);
    await desk.goOffline();
    await text.pressSequentially('Saved before. ');
    await saved(desk.page, 'device');
    await text.pressSequentially('Typed on until the very end', { delay: 0 });
    await desk.page.close();
    await desk.goOnline();
    const again = await openedAt(await desk.context.newPage(), desk.origin + DAY);
    const [line = ''] = await linesOf(again);
    expect(line.startsWith('Saved before.')).toBe(true);
    expect('Saved before. Typed on until the very end'.startsWith(line.trimEnd())).toBe(true);
  }));

test('what is ticked on a phone is ticked on the desk', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    const text = await onThePage(desk);
    await text.click();
    await desk.page.getByRole('button', { name: 'Templates' }).click();
    await desk.page.getByRole('menuitem', { name: 'Plan the day' }).click();
    await saved(desk.page, 'server');

    const phone = await device({ screen: 'phone' });
    await giveBook(phone.page, phone.origin, 'the server');
    await phone.page.goto(phone.origin + DAY);
    await phone.page.getByRole('checkbox', { name: 'Levels drawn' }).check();
    await saved(phone.page, 'server');
    await desk.page.goto(desk.origin + DAY);
    await expect.poll(() => desk.page.getByRole('checkbox', { name: 'Levels drawn' }).isChecked(), { timeout: 20_000 }).toBe(true);
  }));

/** Each would do something in a page that takes pasted text as it is. */
const hostile = [
  '<a href="javascript:hit(1)">a</a>',
  '<a href="JaVaScRiPt&colon;hit(2)">b</a>',
  '<a href=" &#1;javascript:hit(3)">c</a>',
  '<a href="data:text/html,<script>hit(4)</script>">d</a>',
  '<img src="https://elsewhere.invalid/beacon.png" onerror="hit(5)">',
  '<img src=x onerror=hit(6)>',
  '<svg><style><img src=x onerror=hit(7)></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=hit(8)&gt;">',
  '<svg><a xlink:href="javascript:hit(9)"><text>e</text></a></svg>',
  '<form><button formaction="javascript:hit(10)">f</button></form>',
  '<iframe srcdoc="<script>parent.hit(11)</script>"></iframe>',
  '<noscript><p title="</noscript><img src=x onerror=hit(12)>">',
  '<style>@import "https://elsewhere.invalid/style.css"; * { background: url(https://elsewhere.invalid/b.png) }</style>',
  '<p style="background: url(https://elsewhere.invalid/c.png)">g</p>',
  '<figure data-picture="https://elsewhere.invalid/d.png"></figure>',
  '<ul data-checks><li data-check onclick="hit(13)">h</li></ul>',
  '<template><script>hit(14)</script></template><script>hit(15)</script>',
];

test('a page that a newer version begins to write in is closed here, and keeps what that wrote', () =>
  onStage(async ({ server, device }) => {
    const desk = await device();
    const text = await onThePage(desk);
    await text.pressSequentially('Levels drawn.');
    await saved(desk.page, 'server');
    const newer = openDocument(kindOf(NAME)!);
    addParagraph(newer, 'A chart of the day');
    const chart = bodyOf(newer).get(0).clone() as { nodeName: string };
    chart.nodeName = 'chart';
    bodyOf(newer).push([chart as never]);
    await catchUp(server, newer);
    await desk.page.getByRole('heading', { name: 'A newer version wrote this page' }).waitFor();
    await expect.poll(async () => madeOf(await catchUp(server, newer))).toContain('chart');
    const reloaded = await desk.openTab(DAY);
    await reloaded.getByRole('heading', { name: 'A newer version wrote this page' }).waitFor();
    expect(paragraphsOf(await catchUp(server, newer))).toContain('Levels drawn.');
    expect(madeOf(await catchUp(server, newer))).toContain('chart');
  }));

test('the facts of a day tell the legs of one symbol apart, and strike out what never happened', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    const { page, origin } = desk;
    await atTheList(desk);
    await types(page, '+1 SPX 15FEB30 6100/6150C 12.50/7.25');
    await opens(page, /^SPX/);
    await choosesFrom(page, /^More to do with the fill/, 'It never happened');
    await dialogOn(page).getByLabel('Why').fill('One leg only');
    await page.keyboard.press('Enter');
    await isClosed(page);
    await page.goto(`${origin}/day`);
    const happened = page.getByRole('list', { name: 'What happened' }).getByRole('listitem');
    await expect
      .poll(async () => (await happened.getByRole('link').allInnerTexts()).toSorted())
      .toEqual(['Bought 1 SPX Feb 15, 2030 6,100 call', 'Sold 1 SPX Feb 15, 2030 6,150 call']);
    const bought = happened.filter({ hasText: 'Bought 1' }).getByRole('link');
    expect(await bought.evaluate((link) => getComputedStyle(link.parentElement ?? link).textDecorationLine)).toBe('line-through');
  }));

test('another day is gone to by its date, and back by the day before', () =>
  onStage(async ({ device }) => {
    const { page, ...desk } = await device();
    await onThePage({ page, ...desk });
    await page.getByRole('button', { name: 'Go to a day' }).click();
    // What a browser writes into the field when a day of its own calendar is pressed.
    await page.locator('input[type="date"]').fill('2026-11-24');
    await page.getByRole('heading', { name: 'Tuesday, November 24, 2026' }).waitFor();
    await page.getByRole('button', { name: 'Day before' }).click();
    await page.getByRole('heading', { name: 'Monday, November 23, 2026' }).waitFor();
  }));

test('whatever is pasted, nothing of it runs, asks another server, or stays but as words', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    const text = await onThePage(desk);
    const asked: string[] = [];
    desk.context.on('request', (request) => asked.push(request.url()));
    await text.click();
    const hits = await desk.page.evaluate(async (corpus) => {
      const seen: unknown[] = [];
      Object.assign(globalThis, { hit: (n: unknown) => seen.push(n) });
      const editor = document.querySelector('.ProseMirror');
      for (const html of corpus) {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', html);
        editor?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      for (const element of document.querySelectorAll<HTMLElement>('.ProseMirror *')) element.click();
      return seen;
    }, hostile);
    expect(hits).toEqual([]);
    const kept = await text.evaluate((editor) =>
      [...editor.querySelectorAll('*')].flatMap(({ tagName, attributes }) => [
        tagName,
        ...[...attributes].map(({ name, value }) => `${name}=${value}`),
      ]),
    );
    expect(
      kept.filter(
        (one) => /javascript|elsewhere|^on|^(?:IMG|SVG|STYLE|SCRIPT|IFRAME|FORM|MATH|FIGURE)$/i.test(one) && !/ProseMirror/.test(one),
      ),
    ).toEqual([]);
    expect(await text.innerText()).toContain('g');
    // The policy of the page says no as well, and says so.
    expect(desk.problems.splice(0).filter((problem) => !problem.includes('Content Security Policy'))).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(desk.origin) && !url.startsWith('blob:'))).toEqual([]);
  }));

test('a picture pasted in a tunnel is in the text at once, and on the other device when both are out of it', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    const text = await onThePage(desk);
    await desk.goOffline();
    await text.click();
    await desk.page.evaluate(async () => {
      const canvas = new OffscreenCanvas(320, 200);
      canvas.getContext('2d')?.fillRect(20, 20, 100, 100);
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([await canvas.convertToBlob()], 'entry.png', { type: 'image/png' }));
      document
        .querySelector('.ProseMirror')
        ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await text.getByRole('img', { name: 'entry.png' }).waitFor();
    await desk.page.getByRole('button', { name: 'Open entry.png' }).waitFor();
    // Whoever goes on writing writes below it.
    await desk.page.keyboard.type('Sold as **planned** into it');
    await expect.poll(() => text.locator('> *').last().innerHTML()).toBe('Sold as <strong>planned</strong> into it');
    await text.getByRole('img', { name: 'entry.png' }).waitFor();
    await desk.goOnline();
    await saved(desk.page, 'server');

    const laptop = await device();
    await giveBook(laptop.page, laptop.origin, 'the server');
    await laptop.page.goto(laptop.origin + DAY);
    const picture = laptop.page.locator('.ProseMirror figure img');
    await picture.waitFor();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320);
    await laptop.page.getByRole('button', { name: 'Open entry.png' }).click();
    await laptop.page.getByRole('dialog').getByRole('img').waitFor();
    await laptop.page.getByRole('button', { name: 'Remove' }).click();
    await laptop.page.getByText('entry.png was removed.').waitFor();
    await laptop.page.getByRole('button', { name: 'Undo' }).last().click();
    await laptop.page.getByRole('button', { name: 'Open entry.png' }).waitFor();
  }));

test('a screenshot that another app shares stands beside the day, words and all', () =>
  onStage(async ({ device }) => {
    const { page, context, origin } = await device({ screen: 'phone' });
    await giveBook(page, origin, 'the server');
    await readyOffline(page);
    await page.evaluate(async () => {
      const chosen = new DataTransfer();
      const canvas = new OffscreenCanvas(64, 64);
      canvas.getContext('2d')?.fillRect(0, 0, 32, 32);
      chosen.items.add(new File([await canvas.convertToBlob()], 'exit.png', { type: 'image/png' }));
      const form = document.createElement('form');
      Object.assign(form, { action: '/share', method: 'post', enctype: 'multipart/form-data' });
      const files = Object.assign(document.createElement('input'), { type: 'file', name: 'files', files: chosen.files });
      const text = Object.assign(document.createElement('input'), { name: 'text', value: 'Left at the target.' });
      form.append(files, text);
      document.body.append(form);
      form.submit();
    });
    await page.getByText('exit.png').waitFor();
    await page.getByRole('button', { name: 'Put it there' }).click();
    await page.waitForURL('**/day/*');
    await page.getByRole('button', { name: 'Open exit.png' }).waitFor();
    await page.getByText('Left at the target.').waitFor();
    const again = await context.newPage();
    await again.goto(`${origin}/share`);
    await again.getByText('Nothing was shared').waitFor();
  }));
