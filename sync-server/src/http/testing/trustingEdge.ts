import type { Workspace } from '../../workspace/index.ts';
import type { Edge, InPerson, Inside } from '../index.ts';

/** A gate that lets everybody in, for what is tried without identity: whoever knocks is an owner at a browser. */
export function trustingEdge(insideOf: (request: Request) => Inside & InPerson): Pick<Edge, 'admit' | 'onRevoked' | 'isBehindProxy'> {
  return { admit: ({ request }) => insideOf(request), onRevoked: () => () => {}, isBehindProxy: false };
}

export const insideOf = (workspace: Workspace, actor: string): Inside & InPerson => ({
  workspace,
  workspaceId: 'main',
  actor,
  address: '127.0.0.1',
  principal: { by: 'session', userId: actor, sessionId: 'the only one', isFresh: true },
});
