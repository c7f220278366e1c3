import { go, link } from '../routes/index.ts';
import { shell } from '../words/index.ts';
import { type Action, registerActions } from './actions.ts';
import { setTheme } from './appearance.ts';
import { openKeySheet } from './keySheet.tsx';
import type { Pages } from './pages.ts';
import { openPalette } from './palette.tsx';
import { mainPlaces } from './places.ts';

/** What can be done anywhere. */
export function offerShellActions(pages: Pages): () => void {
  const places = mainPlaces
    .filter(({ route, on }) => pages[route] !== undefined && on !== 'phone')
    .map(({ route, label, icon, keys, isMainAction = false }): Action => ({
      id: `go ${route}`,
      label: isMainAction ? label : shell.goTo(label),
      icon,
      keys,
      writes: isMainAction,
      run: () => go(link(route)),
    }));
  return registerActions([
    ...places,
    { id: 'breaches', label: shell.goTo(shell.breaches), icon: 'breach', keys: 'g x', run: () => go(link('breaches')) },
    { id: 'review', label: shell.goTo(shell.review), icon: 'calendar', keys: 'g r', run: () => go(link('reviews')) },
    { id: 'waiting', label: shell.goTo(shell.waiting), icon: 'pending', keys: 'g w', run: () => go(link('waiting')) },
    { id: 'theme system', label: shell.themeActions.system, icon: 'device', run: () => setTheme('system') },
    { id: 'theme light', label: shell.themeActions.light, icon: 'light', run: () => setTheme('light') },
    { id: 'theme dark', label: shell.themeActions.dark, icon: 'dark', run: () => setTheme('dark') },
    { id: 'palette', label: shell.search, icon: 'search', keys: 'Mod+k', run: openPalette },
    { id: 'keys', label: shell.keyboardSheet, icon: 'keyboard', keys: '?', run: openKeySheet },
  ]);
}
