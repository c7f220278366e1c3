import { appendFileSync, cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { scratchCopy, type ScratchCopy } from '../../../.ci/scratch-copy.ts';

/** The sources in a folder of their own, where a newer state of them can be published while a server runs on the one before. */
export interface Editions {
  readonly repository: string;
  /** Puts the app of this edition there; its pages say which one they are. The server shows it from its next start. */
  publish(edition: string): Promise<void>;
  /** As if somebody had shipped a worker with this in it. */
  spoilWorker(script: string): void;
}

const DIST = 'pwa/dist';

export async function withEditions(play: (editions: Editions) => Promise<void>): Promise<void> {
  const copy = scratchCopy();
  try {
    await play({
      repository: copy.folder,
      async publish(edition) {
        const { folder } = await buildOf(edition);
        rmSync(join(copy.folder, DIST), { recursive: true, force: true });
        cpSync(join(folder, DIST), join(copy.folder, DIST), { recursive: true });
      },
      spoilWorker(script) {
        copy.plant(`${DIST}/sw.js`, script);
        for (const packed of ['br', 'gz']) rmSync(join(copy.folder, `${DIST}/sw.js.${packed}`));
      },
    });
  } finally {
    copy.remove();
  }
}

/** An edition is the same in every scene, and takes longer to build than a scene to play. */
const builds = new Map<string, Promise<ScratchCopy>>();

function buildOf(edition: string): Promise<ScratchCopy> {
  const building = builds.get(edition) ?? build(edition);
  builds.set(edition, building);
  return building;
}

async function build(edition: string): Promise<ScratchCopy> {
  const copy = scratchCopy();
  appendFileSync(join(copy.folder, 'pwa/src/main.tsx'), `\ndocument.documentElement.dataset['edition'] = '${edition}';\n`);
  const { code, output } = await copy.run('pwa/build/run.ts');
  if (code === 0) return copy;
  copy.remove();
  throw new Error(`the app could not be built: ${output}`);
}

/** For whoever has played the last scene with them. */
export async function removeEditions(): Promise<void> {
  const built = await Promise.allSettled(builds.values());
  for (const one of built) if (one.status === 'fulfilled') one.value.remove();
  builds.clear();
}
