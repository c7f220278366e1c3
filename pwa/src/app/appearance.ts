import { signal, type ReadonlySignal } from '@preact/signals';

export type Theme = 'system' | 'light' | 'dark';

const THEME = 'taffrail theme';
const state = signal<Theme>('system');

/** Belongs to the device, not to the book: a phone in the dark and a desk in the light show the same book. */
export const theme: ReadonlySignal<Theme> = state;

export function setTheme(wanted: Theme): void {
  localStorage.setItem(THEME, wanted);
  apply(wanted);
}

/** Before the first frame, so that nothing flashes. Another tab's choice is followed. */
export function followAppearance(): () => void {
  read();
  const hear = ({ key }: StorageEvent) => key === THEME && read();
  addEventListener('storage', hear);
  return () => removeEventListener('storage', hear);
}

const read = () => apply(themeOf(localStorage.getItem(THEME)));

function apply(wanted: Theme): void {
  state.value = wanted;
  document.documentElement.dataset['theme'] = wanted;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) colour(meta, wanted);
}

/** The bar of a phone's browser takes the colour of the page; each of the two colours waits for its theme. */
function colour(meta: HTMLMetaElement, wanted: Theme): void {
  meta.dataset['own'] ??= meta.media.includes('dark') ? 'dark' : 'light';
  const { own } = meta.dataset;
  meta.media = wanted === 'system' ? `(prefers-color-scheme: ${own})` : wanted === own ? 'all' : 'not all';
}

function themeOf(text: string | null): Theme {
  return text === 'light' || text === 'dark' ? text : 'system';
}
