import { isRefusal } from '@taffrail/domain/kernel';
import { strategiesFromFile, type AddStrategy } from '@taffrail/domain/riskgraph';
import type { Replica } from '@taffrail/replica';
import { toast } from '../../app/index.ts';
import { riskgraph as words } from '../../words/index.ts';
import { adding, doOrSay, nextId } from '../does.ts';

/** Nobody waits for a film to be read as text. */
const MOST_BYTES = 5_000_000;

/** What a file says comes in as a whole, or not at all. */
export async function takeFile(replica: Replica, file: File): Promise<void> {
  const said = file.size > MOST_BYTES ? undefined : await jsonIn(() => file.text());
  const read = said === undefined ? undefined : strategiesFromFile(said, () => nextId(replica));
  if (read === undefined || isRefusal(read)) toast({ tone: 'breach', text: words.notImported(file.name, read?.sentence ?? words.notJson) });
  else await takeAll(replica, read);
}

export async function takeAll(replica: Replica, strategies: readonly AddStrategy[]): Promise<boolean> {
  const isTaken = await doOrSay(replica, ...strategies.map((terms) => adding(nextId(replica), terms)));
  if (isTaken) toast({ text: words.imported(strategies.length) });
  return isTaken;
}

async function jsonIn(text: () => Promise<string>): Promise<unknown> {
  try {
    return JSON.parse(await text());
  } catch {
    return undefined;
  }
}
