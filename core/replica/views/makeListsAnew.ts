import { change, type OpenCopy } from '../copy/copy.ts';
import { sheetsOf } from './sheets.ts';
import { readMeta, writeMeta } from '../copy/meta.ts';

/** Lists that this version of the program works out differently are made again from the states, before anybody sees them. */
export async function makeListsAnew(opened: OpenCopy): Promise<void> {
  const makes = Object.fromEntries(opened.projections.map(({ name, make }) => [name, make]));
  const known = (await readMeta(opened.db, 'lists')) ?? {};
  const outdated = opened.projections.filter(({ name, make }) => known[name] !== make);
  if (outdated.length === 0) return;
  await change(opened, async ({ db }, draft) => {
    for (const { name } of outdated) await sheetsOf(db, name).delete();
    const types = outdated.map(({ aggregate }) => aggregate);
    const states = await db.state.where('aggregate_type').anyOf(types).toArray();
    await draft.writeStates(states.map(({ key, confirmed, expected }) => [key, { confirmed, expected }]));
    await writeMeta(db, 'lists', makes);
  });
}
