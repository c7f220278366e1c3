import { existsSync } from 'node:fs';
import { isRefusal } from '@taffrail/domain/kernel';
import { withConsole } from './registry.ts';
import type { Verb } from './verb.ts';

/** Gives a book that nobody owns to somebody, whether a server runs or not. */
export const adoptVerb: Verb = async (desk, name) => {
  const { data, workspaceId, say } = desk;
  if (name === undefined) {
    say('Say who is to own it: npm run taffrail -- adopt <name> --workspace <id>.');
    return false;
  }
  if (!existsSync(data.filesOf(workspaceId).book)) {
    say(`There is no workspace ${workspaceId} in ${data.path}.`);
    return false;
  }
  const owner = withConsole(desk, (console) => console.adopt(name, workspaceId));
  if (owner === undefined) return false;
  say(isRefusal(owner) ? owner.sentence : `Workspace ${workspaceId} belongs to ${owner.name} now.`);
  return !isRefusal(owner);
};
