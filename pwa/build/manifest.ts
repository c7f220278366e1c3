import { program } from '../src/words/index.ts';

const icon = (name: string, size: number, purpose: 'any' | 'maskable') => ({
  src: `/icons/${name}-${size}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

/** What a system needs to know to install the app. */
export const manifest = {
  id: '/',
  name: program.name,
  short_name: program.name,
  description: program.description,
  lang: 'en',
  dir: 'auto',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: '#f5f5f2',
  theme_color: '#f5f5f2',
  categories: ['finance', 'productivity'],
  // A window that is open may hold something half written, so none is steered elsewhere.
  launch_handler: { client_mode: 'auto' },
  icons: [icon('icon', 192, 'any'), icon('icon', 512, 'any'), icon('maskable', 512, 'maskable')],
  shortcuts: [
    { name: program.shortcuts.newPosition, url: '/positions/new' },
    { name: program.shortcuts.today, url: '/' },
    { name: program.shortcuts.dayPage, url: '/day' },
  ],
  share_target: {
    action: '/share',
    method: 'POST',
    enctype: 'multipart/form-data',
    params: { title: 'title', text: 'text', url: 'url', files: [{ name: 'files', accept: ['image/*', 'application/pdf'] }] },
  },
};
