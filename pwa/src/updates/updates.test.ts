import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { workerMessages } from '../sw/index.ts';

class Worker extends EventTarget {
  readonly heard: unknown[] = [];
  state: ServiceWorkerState;

  constructor(state: ServiceWorkerState) {
    super();
    this.state = state;
  }

  postMessage(said: unknown): void {
    this.heard.push(said);
  }

  become(state: ServiceWorkerState): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

const reload = vi.fn<() => void>();

/** A browser in which a version runs already. */
function browserWith(found: { readonly installing?: Worker; readonly waiting?: Worker } = {}) {
  const active = new Worker('activated');
  const registration = Object.assign(new EventTarget(), { installing: null, waiting: null, active, ...found });
  const container = Object.assign(new EventTarget(), { controller: active, register: async () => registration });
  vi.stubGlobal('navigator', { serviceWorker: container });
  const says = (data: unknown) => container.dispatchEvent(Object.assign(new Event('message'), { data }));
  return { active, says };
}

beforeEach(() => {
  vi.stubGlobal('TAFFRAIL_VERSION', 'one');
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('location', { reload });
});

afterEach(() => {
  vi.unstubAllGlobals();
  reload.mockClear();
});

async function watch(mayReload = true) {
  const { watchForUpdates } = await import('./updates.ts');
  const updates = watchForUpdates({ mayReload: () => mayReload });
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  return updates;
}

test('a version that was being fetched before this page listened is offered when it is here', async () => {
  const installing = new Worker('installing');
  browserWith({ installing });
  const { state } = await watch();
  expect(state.value).toBe('current');
  installing.become('installed');
  await Promise.resolve();
  expect(state.value).toBe('ready');
});

test('one that could not be fetched whole is not offered', async () => {
  const installing = new Worker('installing');
  browserWith({ installing });
  const { state } = await watch();
  installing.become('redundant');
  await Promise.resolve();
  expect(state.value).toBe('current');
});

test('a page says what it shows, and where a newer version took over on its way it is loaded again', async () => {
  const { active, says } = browserWith();
  await watch();
  expect(active.heard).toContainEqual({ shows: 'one' });
  says(workerMessages.otherVersion);
  expect(reload).toHaveBeenCalledOnce();
});

test('with something half written it is offered instead', async () => {
  const { says } = browserWith();
  const { state } = await watch(false);
  says(workerMessages.otherVersion);
  expect(reload).not.toHaveBeenCalled();
  expect(state.value).toBe('taken over');
});

test('a version that waits from before is offered, and takes over when it is asked for', async () => {
  const waiting = new Worker('installed');
  browserWith({ waiting });
  const updates = await watch();
  expect(updates.state.value).toBe('ready');
  expect(waiting.heard).toEqual([]);
  updates.apply();
  await Promise.resolve();
  expect(waiting.heard).toEqual([workerMessages.takeOver]);
});
