import { arithmetic } from './arithmetic.ts';
import { durableCommands } from './durableCommands.ts';
import { app, panel } from './faces.ts';
import type { Figure } from './figure.ts';
import { optionFigures } from './options.ts';
import { rebuildTables } from './rebuildTables.ts';
import { rooms } from './rooms.ts';
import { streamDelay } from './streamDelay.ts';
import { toggles } from './toggles.ts';

/** `npm run bench` prints a table as figures come in, `npm run bench -- --json` one object a line. */
const asJson = process.argv.includes('--json');

if (!asJson) console.log(`${'figure'.padEnd(58)} ${'value'.padStart(14)}   ${'ratio'.padStart(8)} × reference of the same run`);
for (const measure of [durableCommands, streamDelay, rebuildTables, rooms, toggles, arithmetic, optionFigures, app, panel]) {
  for (const figure of await measure()) console.log(asJson ? JSON.stringify(figure) : line(figure));
}

// Clients that were measured leave timers behind, and there is nothing more to wait for.
process.exit();

function line({ name, value, unit, reference, ratio }: Figure): string {
  const amount = value >= 100 ? value.toFixed(0) : value.toPrecision(3);
  return `${name.padEnd(58)} ${`${amount} ${unit}`.padStart(14)}   ${ratio.toPrecision(3).padStart(8)} × ${reference}`;
}
