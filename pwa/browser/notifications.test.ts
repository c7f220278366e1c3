import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { barriersOn, giveBook, onStage, readyOffline, type Device } from './harness/index.ts';

const feedOf = async ({ page, origin }: Device): Promise<Page> => {
  await page.goto(`${origin}/notifications`);
  await page.getByRole('heading', { name: 'Notifications' }).waitFor();
  return page;
};

/** A device with the book of the server, and something its owner is told. */
async function told(device: Device): Promise<void> {
  await giveBook(device.page, device.origin, 'the server');
  await pairsImporter(device.page);
}

async function pairsImporter(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const body = JSON.stringify({ name: 'Importer', workspace_id: 'main', scope: 'write' });
    await fetch('/api/identity/script-tokens', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  });
}

const positionId = '0194d7c0-0000-7000-8000-00000000000b';
const expiry = {
  id: 7,
  kind: 'position_expires',
  params: { symbol: 'ACME', expiry: '2026-11-21', days_left: 0 },
  subject: { type: 'position', id: positionId },
  occurred_at: '2026-11-21T13:00:00.000Z',
  read_at: null,
};

/** What the tools hand over gets lost at times on a busy machine, and they do not say so; what the worker has heard it must show. */
async function push(device: Device, said: unknown, title: string): Promise<void> {
  const before = await heardBy(device);
  const isHeard = async (): Promise<boolean> => {
    await handOver(device, said);
    await device.page.waitForTimeout(500);
    return (await heardBy(device)) > before;
  };
  await expect.poll(isHeard, { interval: 3_000 }).toBe(true);
  await expect.poll(async () => (await shownBy(device.page)).map((shown) => shown.title)).toContain(title);
}

const heardBy = async ({ context }: Device): Promise<number> => Number(await context.serviceWorkers()[0]?.evaluate('pushesHeard'));

/** As a push service does to the browser, which has decrypted it. */
async function handOver({ context, page, origin }: Device, said: unknown): Promise<void> {
  const tools = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    tools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL.startsWith(origin));
      if (own) resolve(own.registrationId);
    });
  });
  await tools.send('ServiceWorker.enable');
  const registrationId = await registered;
  await tools.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data: JSON.stringify(said) });
  await tools.detach();
}

/** A desktop without a place to collect notices takes them away after some seconds, unless they ask to be dealt with. */
async function listensAndKeeps({ context }: Device): Promise<void> {
  const [worker] = context.serviceWorkers();
  await worker?.evaluate(`
    const show = registration.showNotification.bind(registration);
    registration.showNotification = (title, options) => show(title, { ...options, requireInteraction: true });
    globalThis.pushesHeard = 0;
    addEventListener('push', () => (globalThis.pushesHeard += 1));
  `);
}

const shownBy = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return (await registration.getNotifications()).map(({ title, body }) => ({ title, body }));
  });

test('what is unread stands first, leads to what it tells of, and is read by that', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    await told(desk);
    const page = await feedOf(desk);
    await page.getByRole('link', { name: /^Notifications\s*1 unread$/ }).waitFor();
    await page.getByRole('heading', { name: 'Unread' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('link', { name: 'Device paired: Importer' }).click();
    await page.waitForURL('**/settings/devices');
    await page.goBack();
    await page.waitForURL('**/notifications');
    await page.getByRole('heading', { name: 'Today' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Unread' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: /unread/ }).count()).toBe(0);
  }));

test('a push is worded by the device, and a tap on it leads to its position without a reload', () =>
  onStage(async ({ device }) => {
    const phone = await device({ screen: 'phone' });
    await phone.context.grantPermissions(['notifications']);
    await giveBook(phone.page, phone.origin, 'the server');
    await readyOffline(await feedOf(phone));
    await listensAndKeeps(phone);
    await push(phone, { says: 'notice', notice: expiry, unread: 1 }, 'ACME expires today');
    expect(await shownBy(phone.page)).toEqual([{ title: 'ACME expires today', body: 'The expiry is on Nov 21, 2026.' }]);
    await push(phone, { says: 'several', count: 3, unread: 4 }, '3 new notices');
    await push(
      phone,
      { says: 'notice', notice: { ...expiry, id: 8, kind: 'weather', subject: null }, unread: 5 },
      'There is something new',
    );
    expect((await shownBy(phone.page)).map(({ title }) => title).toSorted()).toEqual([
      '3 new notices',
      'ACME expires today',
      'There is something new',
    ]);

    await phone.page.evaluate(() => Object.assign(globalThis, { isTheSamePage: true }));
    const [worker] = phone.context.serviceWorkers();
    // A worker's own words, which a page's compiler does not know.
    await worker?.evaluate(`(async () => {
      const [notification] = await registration.getNotifications({ tag: 'position ${positionId}' });
      dispatchEvent(new NotificationEvent('notificationclick', { notification }));
    })()`);
    await phone.page.waitForURL(`**/positions/${positionId}`);
    expect(await phone.page.evaluate(() => 'isTheSamePage' in globalThis)).toBe(true);
    expect((await shownBy(phone.page)).map(({ title }) => title)).not.toContain('ACME expires today');
  }));

test('a browser without a push service is not waited for without end', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    await desk.context.grantPermissions(['notifications']);
    await giveBook(desk.page, desk.origin, 'the server');
    await desk.page.addInitScript(() => {
      PushManager.prototype.subscribe = () => new Promise(() => {});
    });
    await desk.page.clock.install();
    await desk.page.goto(`${desk.origin}/settings/notifications`);
    await desk.page.getByRole('button', { name: 'Turn on notifications' }).click();
    await desk.page.getByRole('button', { name: /Working/ }).waitFor();
    await desk.page.clock.fastForward(15_000);
    await desk.page.getByText('did not answer within 15 seconds').waitFor();
    await desk.page.getByRole('button', { name: 'Turn on notifications' }).waitFor();
  }));

test('what one chooses to hear is kept, for this device and for the person', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    await desk.context.grantPermissions(['notifications']);
    await giveBook(desk.page, desk.origin, 'the server');
    await desk.page.addInitScript(() => {
      // A browser's own half of the bargain: no push service can be reached from where tests run.
      let options: { applicationServerKey: ArrayBuffer } | undefined;
      const keys = {
        p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
        auth: 'BTBZMqHH6r4Tts7J_aSIgg',
      };
      const subscription = { toJSON: () => ({ endpoint: 'https://push.example.org/1', keys }), unsubscribe: () => Promise.resolve(true) };
      PushManager.prototype.subscribe = (given) => {
        const { applicationServerKey } = given as { applicationServerKey: string };
        const key = applicationServerKey.replaceAll('-', '+').replaceAll('_', '/');
        options = { applicationServerKey: Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0)).buffer };
        return Promise.resolve(Object.assign(subscription, { options }) as unknown as PushSubscription);
      };
      PushManager.prototype.getSubscription = () =>
        Promise.resolve(options ? (Object.assign(subscription, { options }) as unknown as PushSubscription) : null);
    });
    const { page } = desk;
    await page.goto(`${desk.origin}/settings/notifications`);
    const joined = page.getByRole('checkbox', { name: 'Somebody joined the workspace: On this device' });
    expect(await joined.isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Turn on notifications' }).click();
    await page.getByText('On since').waitFor();
    expect(await joined.isChecked()).toBe(false);
    const chosen = page.waitForResponse(
      (response) => response.url().endsWith('/api/notices/push') && response.request().method() === 'PUT',
    );
    await joined.check();
    await chosen;

    const kept = page.waitForResponse((response) => response.request().method() === 'PUT');
    await page.getByRole('switch', { name: 'Keep devices quiet' }).check();
    await kept;
    await page.getByRole('textbox', { name: 'From' }).fill('23:00');
    const moved = page.waitForResponse((response) => response.request().method() === 'PUT');
    await page.getByRole('textbox', { name: 'To' }).focus();
    await page.getByRole('textbox', { name: 'To' }).blur();
    await moved;

    // A subscription of the page before is gone with it, and asked for again without a word.
    await page.reload();
    await page.getByText('On since').waitFor();
    expect(await joined.isChecked()).toBe(true);
    expect(await page.getByRole('textbox', { name: 'From' }).inputValue()).toBe('23:00');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Turn off' }).click();
    await page.getByRole('button', { name: 'Turn on notifications' }).waitFor();
  }));

test('of what one does not want to hear nothing comes to the feed, and in quiet hours everything else still does', () =>
  onStage(async ({ device }) => {
    const desk = await device();
    const { page, origin } = desk;
    await giveBook(page, origin, 'the server');
    await page.goto(`${origin}/settings/notifications`);
    const asked = () => page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok());
    const chosen = asked();
    await page.getByRole('checkbox', { name: 'A device was revoked: In the feed' }).uncheck();
    await chosen;
    const quiet = asked();
    await page.getByRole('switch', { name: 'Keep devices quiet' }).check();
    await quiet;
    await pairsImporter(page);
    await page.goto(`${origin}/settings/devices`);
    await page.getByRole('button', { name: 'What to do with Importer' }).click();
    await page.getByRole('menuitem', { name: 'Revoke' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('Revoked', { exact: true }).waitFor();
    await page.goto(`${origin}/notifications`);
    await page.getByRole('link', { name: 'Device paired: Importer' }).waitFor();
    expect(
      await page
        .getByRole('main')
        .getByText(/revoked/i)
        .count(),
    ).toBe(0);
  }));

test('without a network neither the feed nor its settings look as if something had gone wrong', () =>
  onStage(async ({ device }) => {
    const phone = await device({ screen: 'phone' });
    const { page, origin } = phone;
    await giveBook(page, origin, 'the server');
    await readyOffline(page);
    await phone.goOffline();
    for (const address of ['/notifications', '/settings/notifications']) {
      await page.goto(origin + address);
      await page.getByText('Notifications are kept on the server').waitFor();
    }
  }));
