import type { Plugin } from 'vite';

interface Unused {
  readonly file: RegExp;
  readonly text: RegExp;
  readonly instead: string;
}

/**
 * What libraries can do and nothing here may: functions made from text, which the content policy forbids, and HTML given as text, which no
 * part draws. It is not in the package at all, so that whoever checks it, a store or a trader, does not have to take our word for it. Where
 * a library tries it all the same, it meets an exception: zod takes that as a no.
 */
const unused: readonly Unused[] = [
  { file: /\/zod\/v4\/core\/(?:util|doc|compile)\.js$/, text: /\bconst F = Function;/g, instead: 'const F = undefined;' },
  { file: /\/preact\/dist\/preact\.mjs$/, text: /\b\w+\.innerHTML=\w+\.__html/g, instead: 'undefined.html()' },
];

/** Fails where a newer version of a library does it in other words. */
export const leaveOut = (): Plugin => ({
  name: 'leave-out',
  transform(code, id) {
    const [path = ''] = id.split('?');
    const found = unused.find(({ file }) => file.test(path));
    if (found === undefined) return undefined;
    const without = code.replaceAll(found.text, found.instead);
    if (without === code) return this.error(`${path} has nothing like ${found.text.source} any more: look what it has instead.`);
    return { code: without, map: null };
  },
});
