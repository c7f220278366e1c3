import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import type { Tokens } from '@taffrail/replica';
import { useEffect, useState } from 'preact/hooks';
import { api, books, openBook, refreshSession, type Me } from '../../app/index.ts';
import { go, link } from '../../routes/index.ts';
import type { Redeemed } from './redeemed.ts';

/** Asks until somebody decided; then this phone has the book. What is given back is why it was not let in. */
export function useLetIn({ device_code, interval }: Redeemed): Refusal | undefined {
  const [refusal, setRefusal] = useState<Refusal>();
  useEffect(() => {
    let everyMs = interval * 1000;
    let timer = setTimeout(ask, everyMs);
    let hasLeft = false;

    async function ask(): Promise<void> {
      const tokens = await api<Tokens>('/api/identity/device-tokens', { body: { device_code } });
      const answer = isRefusal(tokens) ? tokens : await beDevice(tokens);
      if (answer === undefined || hasLeft) return;
      if (!STILL_WAITS.has(answer.code)) return setRefusal(answer);
      if (answer.code === 'slow_down') everyMs += interval * 1000;
      timer = setTimeout(ask, everyMs);
    }
    return () => {
      hasLeft = true;
      clearTimeout(timer);
    };
  }, [device_code, interval]);
  return refusal;
}

const STILL_WAITS: ReadonlySet<string> = new Set(['authorization_pending', 'slow_down', 'offline']);

/** The tokens are for one workspace, which the server names when it is asked with them. */
async function beDevice(tokens: Tokens): Promise<Refusal | undefined> {
  const me = await api<Me>('/api/identity/me', { bearer: tokens.access_token });
  if (isRefusal(me)) return me;
  const { joinWorkspace, keepTokens } = await books();
  const [workspace] = me.workspaces;
  if (workspace === undefined) throw new Error('a device is let in to one workspace');
  const entry = await joinWorkspace(workspace.id, workspace.id);
  await keepTokens(entry.id, tokens);
  await openBook(entry);
  const refusal = await refreshSession();
  if (refusal === undefined) go(link('today'), { replace: true });
  return refusal;
}
