const MOST_TURNS = 20_000;

/** Lets everything else go on until it holds; what never comes true fails with what was waited for. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    if (await holds()) return;
    await new Promise(setImmediate);
  }
  throw new Error(`it never came true that ${what}`);
}
