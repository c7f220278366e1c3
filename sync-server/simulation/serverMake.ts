import { serverContexts } from '../src/contexts.ts';
import type { ServerContext, Sql, Workspace } from '../src/workspace/index.ts';

/** What the server is made of where a run may put something else in, to see whether the checker notices. */
export interface ServerMake {
  readonly contexts: readonly ServerContext[];
  sql(sql: Sql): Sql;
  workspace(workspace: Workspace): Workspace;
  workspaceIdOf(asked: string): string;
}

export const honestMake: ServerMake = {
  contexts: serverContexts,
  sql: (sql) => sql,
  workspace: (workspace) => workspace,
  workspaceIdOf: (asked) => asked,
};
