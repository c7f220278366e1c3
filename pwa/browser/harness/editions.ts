import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { scratchCopy, type ScratchCopy } from '../../../.ci/scratch-copy.ts';

/** The sources in a folder of their own, where a newer state of them can be published while a server runs on the one before. */
export interface Editions {
  readonly repository: string;
  /** Builds the app anew; its pages then say which edition they are. The server shows it from its next start. */
  publish(edition: string): Promise<void>;
  /** As if somebody had shipped a worker with this in it. */
  spoilWorker(script: string): void;
}

export async function withEditions(play: (editions: Editions) => Promise<void>): Promise<void> {
  const copy = scratchCopy();
  try {
    await play({
      repository: copy.folder,
      async publish(edition) {
        appendFileSync(join(copy.folder, 'pwa/src/main.tsx'), `\ndocument.documentElement.dataset['edition'] = '${edition}';\n`);
        await build(copy);
      },
      spoilWorker(script) {
        copy.plant('pwa/dist/sw.js', script);
        for (const packed of ['br', 'gz']) rmSync(join(copy.folder, `pwa/dist/sw.js.${packed}`));
      },
    });
  } finally {
    copy.remove();
  }
}

async function build(copy: ScratchCopy): Promise<void> {
  const { code, output } = await copy.run('pwa/build/run.ts');
  if (code !== 0) throw new Error(`the app could not be built: ${output}`);
}
