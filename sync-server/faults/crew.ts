import type { ServerProcess } from './serverProcess.ts';
import { expected, openVisitor, type Visitor } from './visitor.ts';

const CREW_PASSWORD = 'four words in a row';

/** So many members of the workspace, invited by its owner; each with a token for scripts. */
export async function recruit({ port, cookie }: ServerProcess, count: number): Promise<readonly string[]> {
  const owner = openVisitor(port, { cookie });
  const tokens: string[] = [];
  for (let n = 1; n <= count; n++) {
    const member = await join(port, owner, `Member ${n}`);
    const wish = { name: 'Script', workspace_id: 'main', scope: 'write' };
    const { token } = await expected(201, member.call('POST', '/api/identity/script-tokens', wish));
    tokens.push(token);
  }
  return tokens;
}

/** Somebody new, who came by an invitation and is signed in. */
export async function join(port: number, owner: Visitor, name: string): Promise<Visitor> {
  const { secret } = await expected(201, owner.call('POST', '/api/identity/invitations', { role: 'member' }));
  const member = openVisitor(port);
  await expected(201, member.call('POST', '/api/identity/join', { secret, name, password: CREW_PASSWORD }));
  return member;
}
