import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { pages } from './src/words/index.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Writes the words of a page that stand in it before any script runs. */
const pageWords: Plugin = {
  name: 'page-words',
  transformIndexHtml: { order: 'pre', handler: (html) => html.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => wordsFor(name)) },
};

function wordsFor(name: string): string {
  const words = pages[name];
  if (words === undefined) throw new Error(`a page has a place for ${name}, and there are no such words`);
  return words;
}

export default defineConfig({
  root: here('.'),
  logLevel: 'warn',
  plugins: [pageWords],
  build: {
    target: 'es2024',
    // These know `light-dark()`, which lets one part of a page have a theme of its own.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    outDir: here('./dist'),
    manifest: true,
    // Whoever is given the app is given the terms of what is in it.
    license: { fileName: 'licenses.md' },
    // Every file is asked for by its address: the content policy knows no `data:`.
    assetsInlineLimit: 0,
    // The browsers this is built for preload modules by themselves.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { input: { index: here('./index.html'), reset: here('./reset.html') } },
  },
});
