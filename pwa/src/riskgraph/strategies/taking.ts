import { isRefusal } from '@taffrail/domain/kernel';
import { strategiesFromFile, type AddStrategy } from '@taffrail/domain/riskgraph';
import type { Replica } from '@taffrail/replica';
import { toast } from '../../app/index.ts';
import { riskgraph as words } from '../../words/index.ts';
import { adding, doOrSay, nextId } from '../does.ts';

/** Nobody waits for a film to be read as text. */
const MOST_MEGABYTES = 5;

/** What a file says comes in as a whole, or not at all. */
export async function takeFile(replica: Replica, file: File): Promise<void> {
  const read = file.size > MOST_MEGABYTES * 1_000_000 ? words.tooLarge(file.size, MOST_MEGABYTES) : await strategiesIn(replica, file);
  if (typeof read === 'string') toast({ tone: 'breach', text: words.notImported(file.name, read) });
  else await takeAll(replica, read);
}

/** Or what is wrong. */
async function strategiesIn(replica: Replica, file: File): Promise<readonly AddStrategy[] | string> {
  const said = await jsonIn(() => file.text());
  if (said === undefined) return words.notJson;
  const read = strategiesFromFile(said, () => nextId(replica));
  return isRefusal(read) ? read.sentence : read;
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
