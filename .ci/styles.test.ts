import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const components = globSync('{core/ui,core/face,pwa/src,extension/src}/**/*.tsx', { cwd: root, exclude: ['**/node_modules/**'] });
const sheets = globSync('{core/ui,core/face,pwa/src,extension/src}/**/*.css', { cwd: root, exclude: ['**/node_modules/**'] });

const read = (path: string) => readFileSync(join(root, path), 'utf8');

test('there are components and style sheets to look at', () => {
  expect(components.length).toBeGreaterThan(20);
  expect(sheets.length).toBeGreaterThan(20);
});

// The compiler takes any name on a style sheet's module, so that a typing mistake would only be seen by looking.
test.each(components)('%s names only classes that its style sheets have', (path) => {
  const source = read(path);
  for (const [, name, file] of source.matchAll(/import (\w+) from '(\.[^']+\.module\.css)'/g)) {
    const sheet = read(join(dirname(path), file!));
    const known = new Set<string | undefined>([...sheet.matchAll(/\.([A-Za-z]\w*)/g)].map(([, one]) => one));
    const named = [...source.matchAll(new RegExp(`\\b${name}\\.(?!module)(\\w+)`, 'g'))].map(([, one]) => one);
    expect(named.filter((one) => !known.has(one))).toEqual([]);
  }
});

test.each(sheets)('%s knows no left and right, so that it can be read from either side', (path) => {
  const physical = /(?:^|[\s;{])(?:(?:margin|padding|border)-(?:left|right)|left|right|(?:min-|max-)?(?:width|height))\s*:/;
  const declarations = read(path).replaceAll(/@media[^{]*|@font-face\s*{[^}]*}/g, '');
  expect(declarations).not.toMatch(physical);
});

test.each(sheets.filter((path) => !path.endsWith('colours.css')))('%s takes its colours from the tokens', (path) => {
  expect(read(path)).not.toMatch(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/i);
});
