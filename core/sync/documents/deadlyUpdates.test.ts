import { spawnSync } from 'node:child_process';
import { isRefusal } from '@taffrail/domain/kernel';
import { expect, test } from 'vitest';
import { kindOf, openDocument, takeUpdate, type DocumentKind } from '../index.ts';

/** Four billion pieces of one author: kinds and lengths are run-length coded, and go on after their last byte for as long as somebody reads. */
const endlessV2 = [0, 0, 1, 2, 0, 0, 1, 0, 1, 0, 0, 0, 1, 1, 1, 0xff, 0xff, 0xff, 0xff, 0x0f, 0, 0];
/** Thirty-three million pieces, none of which follow: Yjs makes room for all of them before it looks for the first. */
const crowdedV1 = [1, 0xff, 0xff, 0xff, 0x0f, 7, 0];
const honestV1 = [1, 1, 7, 0, 4, 1, 4, 0x62, 0x6f, 0x64, 0x79, 1, 0x78, 0];

/** What room for thirty-three million pieces takes. */
const CROWD_MB = 256;
const GIVE_UP_AFTER_MS = 60_000;

/** What becomes of a process that hands an update to Yjs as it came: how it ended, and the most memory it had. */
function applyAlone(apply: 'applyUpdate' | 'applyUpdateV2', bytes: readonly number[], heapMb: number) {
  const program = `
    import * as Y from 'yjs';
    import { readFileSync } from 'node:fs';
    try { Y.${apply}(new Y.Doc(), new Uint8Array(${JSON.stringify(bytes)})); } catch {}
    process.stdout.write(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);`;
  const { signal, stdout } = spawnSync(process.execPath, [`--max-old-space-size=${heapMb}`, '--input-type=module', '-e', program], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
    timeout: GIVE_UP_AFTER_MS,
  });
  return { signal, mostMb: Number(stdout) / 1024 };
}

const guarded = (bytes: readonly number[]): string => {
  const taken = takeUpdate(openDocument(kindOf('day/2025-02-05') as DocumentKind), Uint8Array.from(bytes));
  return isRefusal(taken) ? taken.code : 'taken';
};

test('22 bytes of V2 end a process that applies them; the guard refuses them', () => {
  expect(endlessV2).toHaveLength(22);
  expect(applyAlone('applyUpdateV2', endlessV2, 64)).toMatchObject({ signal: 'SIGABRT' });
  for (let n = 0; n < 200; n++) expect(guarded(endlessV2)).toBe('malformed_update');
}, 90_000);

test('7 bytes of V1 have a process make room for 256 MB before they are looked at; the guard refuses them', () => {
  expect(crowdedV1).toHaveLength(7);
  const honest = applyAlone('applyUpdate', honestV1, 2 * CROWD_MB);
  const crowded = applyAlone('applyUpdate', crowdedV1, 2 * CROWD_MB);
  expect(honest.mostMb).toBeGreaterThan(0);
  expect(crowded.mostMb - honest.mostMb).toBeGreaterThan(CROWD_MB * 0.9);
  for (let n = 0; n < 200; n++) expect(guarded(crowdedV1)).toBe('malformed_update');
  expect(guarded(honestV1)).toBe('taken');
}, 90_000);
