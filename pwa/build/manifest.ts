import { program } from '../src/words/index.ts';

const icon = (name: string, size: number, purpose: 'any' | 'maskable') => ({
  src: `/icons/${name}-${size}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

/** Taken by `npm run pictures`. */
const screenshot = (name: keyof typeof program.screenshots, form_factor: 'narrow' | 'wide') => ({
  src: `/screenshots/${name}.png`,
  sizes: form_factor === 'narrow' ? '780x1688' : '2160x1350',
  type: 'image/png',
  form_factor,
  label: program.screenshots[name],
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
  screenshots: [
    screenshot('today', 'narrow'),
    screenshot('day', 'narrow'),
    screenshot('positions', 'wide'),
    screenshot('position', 'wide'),
  ],
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
