import { parseArgs } from 'node:util';
import { readConfig } from '../operations/index.ts';
import { dataFolderAt, isWorkspaceId } from '../storage/index.ts';
import { adoptVerb } from './adopt.ts';
import { backupVerb } from './backup.ts';
import { exportVerb } from './exportBook.ts';
import { importVerb } from './importBook.ts';
import { letInVerb } from './letIn.ts';
import { rebuildVerb } from './rebuild.ts';
import { restoreVerb } from './restore.ts';
import type { Verb } from './verb.ts';
import { verifyVerb } from './verify.ts';

const verbs: { readonly [name: string]: { readonly verb: Verb; readonly help: string } } = {
  verify: {
    verb: verifyVerb,
    help: 'verify              hold the book against its chain, its head and its facts, and the registry against its record',
  },
  rebuild: { verb: rebuildVerb, help: 'rebuild             fold all states and tables again from the facts (server stopped)' },
  backup: { verb: backupVerb, help: 'backup [folder]     back up the book and the registry, also while the server runs' },
  restore: { verb: restoreVerb, help: 'restore <file>      check a backup and put it in the place of what it is of (server stopped)' },
  export: { verb: exportVerb, help: 'export <folder>     everything as readable JSON and CSV' },
  import: { verb: importVerb, help: 'import <folder>     fill an empty workspace from an export (server stopped)' },
  adopt: { verb: adoptVerb, help: 'adopt <name>        make somebody the owner of a book that has none' },
  'let-in': { verb: letInVerb, help: 'let-in <name>       a link for whoever lost their password or codes' },
};

const say = (sentence: string): void => console.log(sentence);

process.exitCode = (await run(process.argv.slice(2))) ? 0 : 1;

async function run(args: string[]): Promise<boolean> {
  const asked = readArgs(args);
  const named = asked && Object.hasOwn(verbs, asked.name) ? verbs[asked.name] : undefined;
  if (!asked || !named) {
    say('npm run taffrail -- <verb> [--workspace <id>]');
    for (const { help } of Object.values(verbs)) say(`  ${help}`);
    return false;
  }
  const config = readConfig(process.env);
  if ('problems' in config) {
    for (const problem of config.problems) say(problem);
    return false;
  }
  if (!isWorkspaceId(asked.workspaceId)) {
    say(`${JSON.stringify(asked.workspaceId)} is not the id of a workspace: small letters, digits and hyphens, at most 36.`);
    return false;
  }
  return named.verb({ config, data: dataFolderAt(config.dataPath), workspaceId: asked.workspaceId, say }, asked.operand);
}

function readArgs(args: string[]): { name: string; operand: string | undefined; workspaceId: string } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { workspace: { type: 'string', default: 'main' } },
    });
    const [name = '', operand, ...rest] = positionals;
    return rest.length === 0 ? { name, operand, workspaceId: values.workspace } : undefined;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}
