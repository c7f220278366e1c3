/** What another app shared with this one, from when the system hands it over until it is in the book. */
export interface Shared {
  readonly title: string;
  readonly text: string;
  readonly url: string;
  readonly files: readonly File[];
}

const PLACE = 'shared';
const TEXTS = '/shared/texts';
const fileAt = (n: number): string => `/shared/files/${n}`;

/** Kept before the system is answered: the page that will ask for it may still have to be loaded. */
export async function keepShared(form: FormData): Promise<void> {
  await forgetShared();
  const place = await caches.open(PLACE);
  const files = form.getAll('files').filter((one) => one instanceof File);
  const texts = Object.fromEntries(['title', 'text', 'url'].map((name) => [name, textOf(form, name)]));
  await place.put(TEXTS, Response.json(texts));
  await Promise.all(files.map((file, n) => place.put(fileAt(n), responseOf(file))));
}

export async function readShared(): Promise<Shared | undefined> {
  const texts = await caches.match(TEXTS, { cacheName: PLACE });
  if (!texts) return undefined;
  const files: File[] = [];
  for (let n = 0; ; n++) {
    const kept = await caches.match(fileAt(n), { cacheName: PLACE });
    if (!kept) return { ...((await texts.json()) as Omit<Shared, 'files'>), files };
    files.push(await fileOf(kept));
  }
}

export async function forgetShared(): Promise<void> {
  await caches.delete(PLACE);
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** A name may hold any letters, a header only some. */
const responseOf = (file: File): Response =>
  new Response(file, { headers: { 'content-type': file.type, 'x-name': encodeURIComponent(file.name) } });

async function fileOf(kept: Response): Promise<File> {
  const type = kept.headers.get('content-type') ?? '';
  return new File([await kept.blob()], decodeURIComponent(kept.headers.get('x-name') ?? ''), { type });
}
