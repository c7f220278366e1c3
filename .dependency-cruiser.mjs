import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A folder of the domain is a context, and has the same name in every package: a new context needs no new rule. In conduct they come together. */
const aContext = `(?:${foldersIn('core/domain', ['kernel', 'conduct', 'node_modules']).join('|')})`;
/** In the app every folder is one thing a trader does, but for what carries them all and the pages that gather from them. */
const carriers = ['app', 'conduct', 'routes', 'words', 'updates', 'sw', 'reset', 'parts'];
const gatherers = ['today', 'trade', 'daybook', 'settings', 'more'];
const aConcern = `(?:${foldersIn('pwa/src', [...carriers, ...gatherers]).join('|')})`;
const anApp = '(?:sync-server|pwa|extension)';
/** Where every folder is closed but for its doors. */
const rooms = `(?:core/domain|${anApp}/src)`;
/** `testing/` is a door for tests alone, which `code-knows-no-test` sees to. */
const doors = `^${rooms}/[^/]+/(?:index\\.tsx?$|testing/)`;
const tests = '(?:\\.test|\\.laws|Laws)\\.tsx?$|/testing/';
/** Folders that try the product out and are no part of it. */
const trials = '^(?:sync-server/(?:bench|faults|simulation)|pwa/(?:bench|browser|pictures)|extension/(?:bench|browser|pictures))/';
/** What of the extension runs in the page of a broker. */
const inThePage = '(?:brokers|teach|ticket)';
const entryPoints = '(?:^|/)(?:main|run)\\.ts$';

const laws = [
  {
    name: 'kernel-knows-no-context',
    comment: 'Every context stands on the kernel; if the kernel knew one of them, none could change alone.',
    from: { path: '^core/domain/kernel/', pathNot: tests },
    to: { path: `^core/domain/(?!kernel/)` },
  },
  {
    name: 'contexts-of-the-domain-do-not-meet',
    comment: 'A context reacts to the facts of another and declares what it reads; it never calls it, so each can be understood alone.',
    from: { path: `^core/domain/(${aContext})/`, pathNot: tests },
    to: { path: `^core/domain/(?!kernel/)`, pathNot: '^core/domain/$1/' },
  },
  {
    name: 'domain-is-the-bottom',
    comment: 'Decisions run on devices and on the server alike; they can rest on nothing that only one of them has.',
    from: { path: '^core/domain/' },
    to: { path: `^(?:core/(?!domain/)|${anApp}/)` },
  },
  {
    name: 'sync-knows-only-the-domain',
    comment: 'The wire is the same for every device and server, so it knows none of them.',
    from: { path: '^core/sync/' },
    to: { path: `^(?:core/(?!domain/|sync/)|${anApp}/)` },
  },
  {
    name: 'replica-knows-no-screen',
    comment: "The device's copy works in a background worker, where there is no screen.",
    from: { path: '^core/replica/' },
    to: { path: `^(?:core/(?:ui|face)/|${anApp}/)` },
  },
  {
    name: 'ui-knows-no-app',
    comment: 'Both faces share these parts; a part that knows one face serves one face.',
    from: { path: '^core/ui/' },
    to: { path: `^(?:core/face/|${anApp}/)` },
  },
  {
    name: 'face-knows-no-app',
    comment: 'What both faces show of the domain is handed what it shows; it reads no book and goes nowhere.',
    from: { path: '^core/face/' },
    to: { path: `^(?:core/(?:replica|sync)/|${anApp}/)` },
  },
  {
    name: 'server-keeps-no-device',
    comment: 'The server rests on domain and sync; the replica and the parts of a screen belong to devices.',
    from: { path: '^sync-server/' },
    to: { path: '^core/(?:replica|ui|face)/' },
  },
  {
    name: 'apps-do-not-meet',
    comment: 'Apps share by what is in core and speak over the wire; each is built and shipped alone. Only a trial plays them together.',
    from: { path: `^(${anApp})/`, pathNot: trials },
    to: { path: `^${anApp}/`, pathNot: '^$1/' },
  },
  {
    name: 'contexts-of-an-app-do-not-meet',
    comment: "What joins contexts is the app's own business (main.ts, app/, routes/); joined sideways, one could not change alone.",
    from: { path: `^(${anApp})/src/(${aContext})/`, pathNot: tests },
    to: { path: `^$1/src/${aContext}/`, pathNot: '^$1/src/$2/' },
  },
  {
    name: 'contexts-know-no-conduct',
    comment:
      'Conduct rests on what contexts say; a context that asked it back could not be understood alone. Faces ask it, being no contexts.',
    from: { path: `^(core/domain|sync-server/src)/${aContext}/`, pathNot: tests },
    to: { path: '^$1/conduct/' },
  },
  {
    name: 'conduct-shows-nothing',
    comment: 'What the app knows of rules and phases is the same on every page, so it knows none of them.',
    from: { path: '^pwa/src/conduct/', pathNot: tests },
    to: { path: `^pwa/src/(?:${aConcern}|${gatherers.join('|')})/` },
  },
  {
    name: 'concerns-of-the-app-do-not-meet',
    comment: 'What a trader does in one folder of the app changes without the others; only pages that gather show several.',
    from: { path: `^pwa/src/(${aConcern})/`, pathNot: tests },
    to: { path: `^pwa/src/(?:${aConcern}|${gatherers.join('|')})/`, pathNot: '^pwa/src/$1/' },
  },
  {
    name: 'brokers-are-data',
    comment:
      'An adapter is read the same in a page, in a test and by whoever shares it, so neither it nor its interpreter knows a browser.',
    from: { path: '^extension/src/brokers/', pathNot: tests },
    to: { pathNot: ['^extension/src/brokers/', '^core/domain/', '(?:^|node_modules/)zod(?:/|$)'] },
  },
  {
    name: 'the-page-of-a-broker-gets-little',
    comment: 'What runs beside an order reads the ticket and nothing else: no book, no network, no screen of ours.',
    from: { path: `^extension/src/(?:${inThePage}/|entrypoints/reader)`, pathNot: tests },
    to: { path: `^(?:core/(?!domain/)|extension/src/(?!${inThePage}/))` },
  },
  {
    name: 'pages-of-the-panel-have-no-book',
    comment: "The book and its rules are the worker's: a page that opened it too would weigh three times as much and decide beside it.",
    from: { path: '^extension/src/(?:panel|glance|options)/', pathNot: tests },
    to: { path: '^(?:core/(?:replica|sync)/|extension/src/worker/)' },
  },
  {
    name: 'folder-to-folder-by-the-door',
    comment: "A folder's index.ts says what it offers; what is behind it may change without asking anybody.",
    from: { path: `^(${rooms})/([^/]+)/` },
    to: { path: `^${rooms}/[^/]+/`, pathNot: ['^$1/$2/', doors] },
  },
  {
    name: 'into-a-folder-by-the-door',
    comment: "Whoever joins folders (main.ts, bench, simulation, faults) also comes in by a folder's index.ts.",
    from: { pathNot: `^${rooms}/[^/]+/` },
    // The map of the app is data, and trials go through all of it where there is no window, which its door needs.
    to: { path: `^${rooms}/[^/]+/`, pathNot: [doors, '^pwa/src/routes/paths\\.ts$'] },
  },
  {
    name: 'packages-by-name',
    comment: 'A path into another package walks around its exports, which are what it promises.',
    from: { path: `^(core/[^/]+|${anApp})/`, pathNot: trials },
    to: { path: `^(?:core|${anApp})/`, pathNot: '^$1/', dependencyTypes: ['local'] },
  },
  {
    name: 'workspace-sees-ports-only',
    comment:
      'The workspace must run where there is no Node, no file and no socket; the host hands it what it needs. Pure packages are listed here.',
    from: { path: '^sync-server/src/workspace/', pathNot: tests },
    to: { pathNot: ['^sync-server/src/workspace/', '^core/(?:domain|sync)/', '(?:^|node_modules/)(?:canonicalize|croner|zod)(?:/|$)'] },
  },
  {
    name: 'core-has-no-node',
    comment: 'Core also runs in browsers and workers.',
    from: { path: '^core/', pathNot: tests },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'only-sync-names-yjs',
    comment: 'Two copies of yjs, or two ideas of a document, corrupt what people wrote; one place owns it.',
    from: { pathNot: '^core/sync/' },
    to: { path: '(?:^|node_modules/)yjs(?:/|$)' },
  },
  {
    name: 'only-storage-names-the-database',
    comment:
      'Storage asserts what keeps a book safe on every open (full sync, foreign keys); a second opener would not. Bench and faults use a bare one on purpose.',
    from: { path: `^(?:core/|${anApp}/src/)`, pathNot: '^sync-server/src/storage/' },
    to: { path: '(?:^|node_modules/)better-sqlite3(?:/|$)|^node:sqlite$' },
  },
  {
    name: 'code-knows-no-test',
    comment: 'What ships must not lean on what only tests bring along.',
    from: { pathNot: [tests, trials, '\\.config\\.ts$'] },
    to: { path: `${tests}|node_modules/(?:vitest|fast-check)/` },
  },
  {
    name: 'no-cycles',
    comment: 'In a cycle there is no first file to read, and no order in which to load.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphans',
    comment: 'A file that nothing joins is dead, or was forgotten.',
    from: { orphan: true, pathNot: [tests, entryPoints, '\\.config\\.ts$', '\\.d\\.ts$'] },
    to: {},
  },
  {
    name: 'everything-resolves',
    comment: 'No law can judge an import that leads nowhere.',
    from: {},
    to: { couldNotResolve: true },
  },
];

function foldersIn(path, others) {
  return readdirSync(join(import.meta.dirname, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !others.includes(entry.name))
    .map((entry) => entry.name);
}

export default {
  forbidden: laws.map((law) => ({ ...law, severity: 'error' })),
  options: {
    doNotFollow: { path: 'node_modules' },
    // What was built follows from what is read anyway.
    exclude: { path: '^(?:pwa/dist|extension/[.](?:output|wxt))' },
    // Also what `import type` names: a type ties two folders together as well as a value does.
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
};
