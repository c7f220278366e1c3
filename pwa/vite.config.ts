import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  logLevel: 'warn',
  build: {
    target: 'es2024',
    outDir: here('./dist'),
    manifest: true,
    // Every file is asked for by its address: the content policy knows no `data:`.
    assetsInlineLimit: 0,
    // Browsers that know Temporal and import maps preload modules by themselves; the polyfill is a script in the page.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
