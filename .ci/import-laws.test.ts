import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scratchCopy, type Ran, type ScratchCopy } from './scratch-copy.ts';

const TSC = 'node_modules/typescript/bin/tsc';
const OXLINT = 'node_modules/oxlint/bin/oxlint';
const BOUNDARIES = '.ci/boundaries.mjs';

const compile = (copy: ScratchCopy, project: string): Promise<Ran> => copy.run(TSC, '--pretty', 'false', '-p', project);
const lint = (copy: ScratchCopy): Promise<Ran> => copy.run(OXLINT, '--deny-warnings', '-f', 'unix');
const checkBoundaries = (copy: ScratchCopy): Promise<Ran> => copy.run(BOUNDARIES);

const copies: ScratchCopy[] = [];
afterAll(() => {
  for (const copy of copies) copy.remove();
});

function copyWith(plants: readonly { readonly path: string; readonly text: string }[]): ScratchCopy {
  const copy = scratchCopy();
  copies.push(copy);
  for (const { path, text } of plants) copy.plant(path, text);
  return copy;
}

describe('the compiler refuses', () => {
  const plants = [
    { path: 'core/domain/tradelog/plantedFetch.ts', text: "export const planted = fetch('/');", says: "'fetch'" },
    { path: 'core/domain/tradelog/plantedDocument.ts', text: 'export const planted = document.title;', says: "'document'" },
    { path: 'core/domain/tradelog/plantedProcess.ts', text: 'export const planted = process.pid;', says: "'process'" },
    { path: 'core/domain/tradelog/plantedTimer.ts', text: 'setTimeout(() => {}, 1);\nexport {};', says: "'setTimeout'" },
    { path: 'core/domain/tradelog/plantedNode.ts', text: "export { readFileSync } from 'node:fs';", says: "'node:fs'" },
    {
      path: 'core/sync/plantedDeepImport.ts',
      text: "export { ZERO } from '@taffrail/domain/kernel/decimal.ts';",
      says: "'@taffrail/domain/kernel/decimal.ts'",
    },
    { path: 'pwa/src/sw/plantedPage.ts', text: 'export const planted = document.title;', says: "'document'" },
    { path: 'pwa/src/app/plantedNode.ts', text: "export { readFileSync } from 'node:fs';", says: "'node:fs'" },
  ];
  let ran: Ran[];
  beforeAll(async () => {
    const copy = copyWith(plants);
    ran = [];
    for (const project of ['core/domain', 'core/sync', 'pwa', 'pwa/src/sw']) ran.push(await compile(copy, project));
  });

  test('by failing, on nothing else', () => {
    expect(ran.map(({ code }) => code)).not.toContain(0);
    expect(blamed(ran, /^([^\s(]+)\(\d+,\d+\): error/gm)).toEqual(pathsOf(plants));
  });

  test.each(plants)('$says in $path', ({ path, says }) => {
    expect(ran.flatMap(({ output }) => linesAbout(path, output)).join('\n')).toContain(says);
  });
});

describe('lint refuses', () => {
  const plants = [
    { path: 'core/domain/tradelog/plantedDate.ts', text: 'export const planted = new Date();', says: "'Date'" },
    { path: 'core/domain/tradelog/plantedChance.ts', text: 'export const planted = Math.random();', says: "'Math.random'" },
    { path: 'core/domain/tradelog/plantedClock.ts', text: 'export const planted = Temporal.Now.instant();', says: "'Temporal.Now'" },
    { path: 'core/domain/tradelog/plantedDetour.ts', text: 'export const planted = globalThis;', says: "'globalThis'" },
    { path: 'sync-server/src/workspace/plantedDate.ts', text: 'export const planted = Date.now();', says: "'Date'" },
    { path: 'core/replica/plantedPage.ts', text: 'export const planted = document.title;', says: "'document'" },
    { path: 'core/ui/plantedFetch.ts', text: "export const planted = fetch('/');", says: "'fetch'" },
    { path: 'core/ui/plantedStorage.ts', text: 'export const planted = localStorage.length;', says: "'localStorage'" },
  ];
  let ran: Ran;
  beforeAll(async () => {
    ran = await lint(copyWith(plants));
  });

  test('by failing, on nothing else', () => {
    expect(ran.code).not.toBe(0);
    expect(blamed([ran], /^(\S+?):\d+:\d+: /gm)).toEqual(pathsOf(plants));
  });

  test.each(plants)('$says in $path', ({ path, says }) => {
    expect(linesAbout(path, ran.output).join('\n')).toContain(says);
  });
});

describe('the dependency check refuses', () => {
  /** Contexts that later parts bring, to show that the laws wait for them. */
  const ground = [
    { path: 'core/domain/journal/index.ts', text: 'export const journal = 1;' },
    { path: 'pwa/src/reports/index.ts', text: 'export const reports = 1;' },
    { path: 'sync-server/src/journal/index.ts', text: "export { day } from './day.ts';" },
    { path: 'sync-server/src/journal/day.ts', text: 'export const day = 1;' },
    { path: 'sync-server/src/http/planted.test.ts', text: 'export const tried = 1;' },
  ];
  const plants = [
    plant('kernel-knows-no-context', 'core/domain/kernel/planted.ts', '../journal/index.ts'),
    plant('contexts-of-the-domain-do-not-meet', 'core/domain/journal/plantedNeighbour.ts', '../tradelog/index.ts'),
    plant('contexts-of-the-domain-do-not-meet', 'core/domain/discipline/plantedPhases.ts', '../phases/index.ts'),
    {
      law: 'contexts-of-the-domain-do-not-meet',
      path: 'core/domain/journal/plantedType.ts',
      text: "import type { tradelog } from '../tradelog/index.ts';\nexport type Planted = typeof tradelog;",
    },
    plant('contexts-know-no-conduct', 'core/domain/discipline/plantedConduct.ts', '../conduct/index.ts'),
    plant('conduct-shows-nothing', 'pwa/src/conduct/planted.ts', '../today/index.ts'),
    plant('domain-is-the-bottom', 'core/domain/journal/plantedWire.ts', '@taffrail/sync'),
    plant('sync-knows-only-the-domain', 'core/sync/planted.ts', '../replica/index.ts'),
    plant('replica-knows-no-screen', 'core/replica/planted.ts', '../ui/index.ts'),
    plant('ui-knows-no-app', 'core/ui/planted.ts', '../../pwa/src/app/index.ts'),
    plant('face-knows-no-app', 'core/face/planted.ts', '../replica/index.ts'),
    plant('server-keeps-no-device', 'sync-server/src/http/plantedReplica.ts', '../../../core/replica/index.ts'),
    plant('apps-do-not-meet', 'pwa/src/app/planted.ts', '../../../sync-server/src/http/index.ts'),
    plant('contexts-of-an-app-do-not-meet', 'sync-server/src/journal/planted.ts', '../tradelog/index.ts'),
    plant('concerns-of-the-app-do-not-meet', 'pwa/src/calendar/planted.ts', '../reports/index.ts'),
    plant('concerns-of-the-app-do-not-meet', 'pwa/src/calendar/plantedGatherer.ts', '../more/index.ts'),
    plant('brokers-are-data', 'extension/src/brokers/planted.ts', 'wxt/browser'),
    plant('the-page-of-a-broker-gets-little', 'extension/src/ticket/planted.ts', '@taffrail/replica'),
    plant('pages-of-the-panel-have-no-book', 'extension/src/panel/planted.ts', '@taffrail/replica'),
    plant('folder-to-folder-by-the-door', 'sync-server/src/http/plantedShortcut.ts', '../journal/day.ts'),
    plant('into-a-folder-by-the-door', 'sync-server/src/planted.ts', './journal/day.ts'),
    plant('packages-by-name', 'sync-server/src/http/plantedPath.ts', '../../../core/domain/kernel/index.ts'),
    plant('workspace-sees-ports-only', 'sync-server/src/workspace/plantedHttp.ts', '../http/index.ts'),
    plant('workspace-sees-ports-only', 'sync-server/src/workspace/plantedStorage.ts', '../storage/index.ts'),
    plant('workspace-sees-ports-only', 'sync-server/src/workspace/plantedNode.ts', 'node:fs'),
    plant('workspace-sees-ports-only', 'sync-server/src/workspace/plantedDriver.ts', 'better-sqlite3'),
    plant('core-has-no-node', 'core/sync/plantedNode.ts', 'node:fs'),
    plant('only-sync-names-yjs', 'sync-server/src/http/plantedYjs.ts', 'yjs'),
    plant('only-storage-names-the-database', 'sync-server/src/http/plantedDriver.ts', 'better-sqlite3'),
    plant('code-knows-no-test', 'sync-server/src/http/plantedTest.ts', './planted.test.ts'),
    plant('no-cycles', 'core/domain/journal/plantedHen.ts', './plantedEgg.ts'),
    plant('no-cycles', 'core/domain/journal/plantedEgg.ts', './plantedHen.ts'),
    { law: 'no-orphans', path: 'core/domain/journal/plantedOrphan.ts', text: 'export const planted = 1;' },
    plant('everything-resolves', 'core/domain/journal/plantedNowhere.ts', './nowhere.ts'),
  ];
  let ran: Ran;
  beforeAll(async () => {
    ran = await checkBoundaries(copyWith([...ground, ...plants]));
  });

  test('by failing, on nothing else', () => {
    expect(ran.code).not.toBe(0);
    expect(blamed([ran], /error [\w-]+: (\S+)/g)).toEqual(pathsOf(plants));
  });

  test.each(plants)('$law: $path', ({ law, path }) => {
    expect(ran.output).toContain(`error ${law}: ${path}`);
  });

  test('by laws of which each has been broken here', () => {
    const config = readFileSync(join(import.meta.dirname, '../.dependency-cruiser.mjs'), 'utf8');
    const laws = [...config.matchAll(/^ {4}name: '([\w-]+)'/gm)].map(([, name]) => name);
    expect(new Set(plants.map(({ law }) => law))).toEqual(new Set(laws));
  });
});

describe('the dependency check does not pass for having read nothing', () => {
  test('when there is nothing to read', async () => {
    const copy = copyWith([]);
    for (const name of ['core', 'sync-server', 'pwa', 'extension']) rmSync(join(copy.folder, name), { recursive: true, force: true });
    mkdirSync(join(copy.folder, 'core/domain'), { recursive: true });
    expect(await checkBoundaries(copy)).toMatchObject({ code: 1, output: expect.stringContaining('There is no source file') });
  });

  test('when it cannot read what is there', async () => {
    const copy = copyWith([]);
    const config = join(copy.folder, '.dependency-cruiser.mjs');
    writeFileSync(config, readFileSync(config, 'utf8').replace("exclude: { path: '", "exclude: { path: '[.]ts|"));
    expect(await checkBoundaries(copy)).toMatchObject({ code: 1, output: expect.stringMatching(/read 0 of [1-9]\d* source files/) });
  });
});

function plant(law: string, path: string, imports: string): { law: string; path: string; text: string } {
  return { law, path, text: `export * from '${imports}';` };
}

const pathsOf = (plants: readonly { readonly path: string }[]): Set<string> => new Set(plants.map(({ path }) => path));

/** What is blamed beside the plants was blamed before them, and would hide that they are not. */
function blamed(ran: readonly Ran[], blame: RegExp): Set<string | undefined> {
  return new Set(ran.flatMap(({ output }) => [...output.matchAll(blame)].map(([, path]) => path)));
}

function linesAbout(path: string, output: string): string[] {
  return output.split('\n').filter((line) => line.startsWith(path));
}
