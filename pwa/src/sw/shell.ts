/** Both are written in by the build: what the app is made of, each address with the SHA-256 of what lies there, in base64. */
declare const TAFFRAIL_VERSION: string;
declare const SHELL_FILES: { readonly [path: string]: string };

const FILES: ReadonlyMap<string, string> = new Map(Object.entries(SHELL_FILES));
const PAGE = '/index.html';
const PREFIX = 'shell ';
const OURS = PREFIX + TAFFRAIL_VERSION;

/** What the server's own doors answer, and the way out of a worker that went wrong, are never answered from here. */
const NOT_OURS = /^\/(?:api|sse|sync|problems|healthz|readyz|metrics)(?:\/|$)|^\/reset\.html$/;

/** All of it or nothing: a version that is here in part would break on a train. Fetches only what is not here yet. */
export async function storeShell(): Promise<void> {
  const shell = await caches.open(OURS);
  const here = new Set((await shell.keys()).map(({ url }) => new URL(url).pathname));
  await Promise.all([...FILES].filter(([path]) => !here.has(path)).map(([path, hash]) => store(shell, path, hash)));
}

async function store(shell: Cache, path: string, hash: string): Promise<void> {
  // A file under a name made from its content is the same in every version.
  const known = isNamedByContent(path) ? await caches.match(path) : undefined;
  await shell.put(path, known ?? (await fetchExactly(path, hash)));
}

const isNamedByContent = (path: string): boolean => path.startsWith('/assets/');

/** The server may have been replaced between the worker and its files. Two versions mixed would be neither. */
async function fetchExactly(path: string, hash: string): Promise<Response> {
  const response = await fetch(path, { cache: isNamedByContent(path) ? 'default' : 'reload' });
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer()));
  if (btoa(String.fromCharCode(...digest)) !== hash) throw new Error(`${path} is not what version ${TAFFRAIL_VERSION} is made of`);
  return response;
}

/** Keeps the version before: a page that still shows it may need a part it has not loaded yet. */
export async function dropOldShells(): Promise<void> {
  const shells = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  await Promise.all(
    shells
      .filter((name) => name !== OURS)
      .slice(0, -1)
      .map((name) => caches.delete(name)),
  );
}

/** Undefined leaves the request to the network. */
export function answerFromShell(request: Request): Promise<Response> | undefined {
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || NOT_OURS.test(pathname)) return undefined;
  if (request.mode === 'navigate') return fromShell(PAGE, request);
  return FILES.has(pathname) || isNamedByContent(pathname) ? fromShell(pathname, request) : undefined;
}

/** Whether a page of that version would show this one when it is loaded again. What the network answers is as it is. */
export async function isOutrun(shown: string): Promise<boolean> {
  return shown !== TAFFRAIL_VERSION && (await caches.match(PAGE, { cacheName: OURS })) !== undefined;
}

/** The browser may have thrown our files away; then the network is as good as ever. */
async function fromShell(path: string, request: Request): Promise<Response> {
  const ours = await caches.match(path, { cacheName: OURS });
  return ours ?? (await caches.match(path)) ?? fetch(request);
}
