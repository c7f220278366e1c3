import { writeSync } from 'node:fs';
import { openBook } from './book.ts';
import { randomFrom } from '../simulation/random.ts';
import { openTrader } from './trader.ts';

/**
 * The process whose file operations are traced: node powerCutWriter.ts <data folder> <seed> <FULL or NORMAL>.
 * It says on standard output what has been acknowledged, so that the trace holds that in its place too.
 */
const [dataFolder = '', seed = '', synchronous = ''] = process.argv.slice(2);

const SESSIONS = 3;
const GROUPS_PER_SESSION = 10;
const MOST_COMMANDS_IN_A_GROUP = 6;
/** Small, so that a short trace has checkpoints in it. */
const CHECKPOINT_PAGES = 60;
const STANDARD_OUTPUT = 1;

const random = randomFrom(Number(seed));
const trader = openTrader(random.fork());
for (let session = 0; session < SESSIONS; session++) await writeSession();

async function writeSession(): Promise<void> {
  const { workspace, sqlite, close } = openBook(dataFolder);
  sqlite.sql.exec(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  // The canary weakens what the adapter has set; a suite that does not notice proves nothing about FULL.
  if (synchronous === 'NORMAL') sqlite.sql.exec('PRAGMA synchronous = NORMAL');
  for (let group = 0; group < GROUPS_PER_SESSION; group++) {
    const commands = Array.from({ length: random.between(1, MOST_COMMANDS_IN_A_GROUP) }, () => trader.next());
    const answers = await Promise.all(commands.map((command) => workspace.submit(command, 'fault suite')));
    for (const answer of answers) if (answer.outcome === 'accepted') writeSync(STANDARD_OUTPUT, `acknowledged ${answer.command_id}\n`);
  }
  close();
}
