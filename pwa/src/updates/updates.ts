import { signal, type ReadonlySignal } from '@preact/signals';
import { workerMessages, type Shows } from '../sw/index.ts';
import { version } from './version.ts';
import { workerAddress } from './workerAddress.ts';

/**
 * `ready`: a newer version is here, whole, and waits for the trader's word. `taken over`: another tab gave it, and this page still
 * shows the version before, because something half written is in it.
 */
export type UpdateState = 'current' | 'ready' | 'taken over';

export interface Updates {
  readonly state: ReadonlySignal<UpdateState>;
  /** Asks the server now, and fetches what is newer. `state` tells then what came of it. */
  check(): Promise<void>;
  /** Shows the newer version in this tab, and in all others that hold nothing half written. */
  apply(): void;
}

export interface UpdatesOptions {
  /** Whether this page can go away without anything half written going with it. */
  readonly mayReload: () => boolean;
}

const CHECK_EVERY_MS = 60 * 60_000;
const ASK_EVERY_MS = 5_000;
const ASK_FOR_MS = 25_000;

export function watchForUpdates({ mayReload }: UpdatesOptions): Updates {
  const state = signal<UpdateState>('current');
  const worker = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  worker?.addEventListener('message', ({ data }) => {
    if (data === workerMessages.notAlone) state.value = 'ready';
    if (data === workerMessages.otherVersion) giveWay();
  });
  const registering = register(worker, () => (state.value = 'ready'));
  let checkedMs = Date.now();

  async function check(): Promise<void> {
    checkedMs = Date.now();
    const registration = await registering;
    // Without a network there is nothing to learn.
    await registration?.update().catch(() => undefined);
    if (registration?.installing) await settled(registration.installing);
  }

  // A worker that took over between the answer with this page and now was heard by nobody here.
  worker?.controller?.postMessage({ shows: version } satisfies Shows);

  // The first worker takes over a page of its own version.
  let isControlled = Boolean(worker?.controller);
  worker?.addEventListener('controllerchange', () => {
    if (isControlled) giveWay();
    isControlled = true;
  });

  function giveWay(): void {
    if (mayReload()) location.reload();
    else state.value = 'taken over';
  }

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && Date.now() - checkedMs > CHECK_EVERY_MS) void check();
  });

  return {
    state,
    check,
    apply() {
      if (state.value === 'taken over') location.reload();
      else void registering.then((registration) => registration?.waiting?.postMessage(workerMessages.takeOver));
    },
  };
}

/** Undefined where the browser has no workers, as some have not in a private window: the app then needs its server. */
async function register(worker: ServiceWorkerContainer | undefined, ready: () => void): Promise<ServiceWorkerRegistration | undefined> {
  const registration = await worker?.register(workerAddress(), { updateViaCache: 'none' }).catch(() => undefined);
  // A worker outlives its files where somebody threw these away, and is not installed anew.
  registration?.active?.postMessage(workerMessages.beComplete);
  // One that waits from before: with nobody else looking, there is nobody to surprise.
  if (worker && registration) askToTakeOver(worker, registration);
  const watch = () => {
    const { installing, active } = registration ?? {};
    if (installing && active) void settled(installing).then(() => installing.state === 'installed' && ready());
  };
  registration?.addEventListener('updatefound', watch);
  // One that another page has begun to fetch was found before this one listened.
  watch();
  return registration;
}

/** Again where nothing comes of it: a browser that is busy starting does not always wake the one that waits. */
function askToTakeOver(worker: ServiceWorkerContainer, registration: ServiceWorkerRegistration): void {
  if (!registration.waiting) return;
  const ask = () => registration.waiting?.postMessage(workerMessages.takeOverWhenAlone);
  ask();
  const asking = setInterval(ask, ASK_EVERY_MS);
  const stop = () => clearInterval(asking);
  setTimeout(stop, ASK_FOR_MS);
  worker.addEventListener('controllerchange', stop, { once: true });
  worker.addEventListener('message', ({ data }) => data === workerMessages.notAlone && stop());
}

function settled(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    worker.addEventListener('statechange', () => {
      if (worker.state !== 'installing') resolve();
    });
  });
}
