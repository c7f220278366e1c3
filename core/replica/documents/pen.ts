import { merged, syncLimits } from '@taffrail/sync';
import type { Writing } from './shelf.ts';

export interface Pen {
  /** Behind everything written before. */
  write(writing: Writing): void;
  /** Resolves once nothing waits to be written, or writing was given up. */
  dry(): Promise<void>;
  readonly isDry: boolean;
}

const MOST_BYTES = syncLimits.messageBytes / 2;

export interface PenParts {
  readonly append: (writings: readonly Writing[]) => Promise<unknown>;
  readonly written: () => void;
  /** Resolves when, and says whether, to try again. */
  readonly failed: (error: unknown) => Promise<boolean>;
}

/**
 * Makes durable what happens in an open document, in the order in which it happened: what was written here may rest on what
 * had just arrived. Whatever comes while one transaction is under way goes into the next together.
 */
export function openPen({ append, written, failed }: PenParts): Pen {
  let wet: Writing[] = [];
  let drying: Promise<void> | undefined;

  async function dryAll(): Promise<void> {
    while (wet.length > 0) {
      const batch = runsOf(wet);
      wet = [];
      try {
        await append(batch);
        written();
      } catch (error) {
        wet = [...batch, ...wet];
        if (!(await failed(error))) return;
      }
    }
    drying = undefined;
  }

  return {
    write(writing) {
      wet.push(writing);
      drying ??= dryAll();
    },
    dry: async () => drying,
    get isDry() {
      return drying === undefined;
    },
  };
}

/** What is alike and follows each other, as one that can still be sent. */
function runsOf(writings: readonly Writing[]): Writing[] {
  const runs: Writing[][] = [];
  let bytes = 0;
  for (const writing of writings) {
    const run = runs.at(-1);
    bytes += writing.content.length;
    if (run?.[0]?.waits === writing.waits && bytes <= MOST_BYTES) run.push(writing);
    else {
      runs.push([writing]);
      bytes = writing.content.length;
    }
  }
  return runs.map((run) => ({ content: merged(run.map(({ content }) => content)), waits: run[0]?.waits ?? false }));
}
