import type { Workspace } from '../../workspace/index.ts';
import type { Gate, InPerson, Inside, Knock } from '../index.ts';

/** A gate that lets everybody in, for what is tried without identity: whoever knocks is an owner at a browser. */
export function trustingEdge(insideOf: (knock: Knock) => Inside & InPerson): Gate {
  return {
    admit: (knock) => ({ ...insideOf(knock), origin: knock.header('origin') }),
    admitAgain: (inside) => inside,
    onRevoked: () => () => {},
    isBehindProxy: false,
  };
}

export const insideOf = (workspace: Workspace, actor: string): Inside & InPerson => ({
  workspace,
  workspaceId: 'main',
  role: 'owner',
  actor,
  address: '127.0.0.1',
  origin: undefined,
  principal: { by: 'session', userId: actor, sessionId: 'the only one', isFresh: true, tokenHash: 'of nothing', endsMs: Infinity },
});
