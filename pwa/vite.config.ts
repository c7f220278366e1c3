import { fileURLToPath } from 'node:url';
import { defineConfig, type HtmlTagDescriptor, type Plugin, type Rolldown } from 'vite';
import { pages } from './src/words/index.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Writes the words of a page that stand in it before any script runs. */
const pageWords: Plugin = {
  name: 'page-words',
  transformIndexHtml: { order: 'pre', handler: (html) => html.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => wordsFor(name)) },
};

/**
 * Every page of a book needs what opens it: it comes beside the first scripts, in place of after they have run. What is drawn before the book
 * is open goes first.
 */
const bookBeside: Plugin = {
  name: 'book-beside',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {}, filename }) =>
      filename.endsWith('/index.html')
        ? scriptsOfBook(bundle)
            .filter((name) => !html.includes(name))
            .map(preload)
        : [],
  },
};

const BOOK = 'book';

const scriptsOfBook = (bundle: Rolldown.OutputBundle): readonly string[] =>
  Object.values(bundle).flatMap((file) => (file.type === 'chunk' && file.name === BOOK ? [...file.imports, file.fileName] : []));

const preload = (name: string): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { rel: 'modulepreload', crossorigin: true, fetchpriority: 'low', href: `/${name}` },
  injectTo: 'head',
});

function wordsFor(name: string): string {
  const words = pages[name];
  if (words === undefined) throw new Error(`a page has a place for ${name}, and there are no such words`);
  return words;
}

/**
 * What opens a book is one file: two dozen small ones take a worker that has just woken longer to hand out than the page takes to run them.
 * What the first scripts share with it stays theirs, and is named here, or they would need the whole book.
 */
const groups = [
  { name: 'ground', test: /[\\/]zod[\\/]|signals-core|preload-helper|kernel[\\/]refusal\.ts|phases[\\/]phase\.ts/, priority: 1 },
  { name: BOOK, test: /[\\/]core[\\/]replica[\\/]index\.ts$/ },
];

export default defineConfig({
  root: here('.'),
  logLevel: 'warn',
  plugins: [pageWords, bookBeside],
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
    rolldownOptions: {
      input: { index: here('./index.html'), reset: here('./reset.html') },
      output: { codeSplitting: { groups } },
    },
  },
});
