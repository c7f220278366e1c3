/**
 * The way out of a program that went wrong. The page stands alone, and the service worker never answers for it. It throws away the
 * worker and the files it kept; what the trader wrote lies in the database, which nothing here touches.
 */
const button = document.querySelector<HTMLButtonElement>('#reset');
const said = document.querySelector<HTMLElement>('#said');

button?.addEventListener('click', () => void reset());

async function reset(): Promise<void> {
  say('working');
  if (!(await isServerThere())) return say('offline');
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
  const kept = await caches.keys();
  await Promise.all(kept.filter((name) => name.startsWith('shell ')).map((name) => caches.delete(name)));
  location.replace('/');
}

/** Without it, throwing away what is here would leave nothing at all. */
async function isServerThere(): Promise<boolean> {
  // Not an address that the worker answers.
  const answer = await fetch('/healthz', { cache: 'no-store' }).catch(() => undefined);
  return answer?.ok === true;
}

function say(what: 'working' | 'offline'): void {
  if (said) said.textContent = said.dataset[what] ?? '';
}
