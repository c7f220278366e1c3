import { isRefusal } from '@taffrail/domain/kernel';
import { toast, useReplica } from '../app/index.ts';
import { playbooks as words } from '../words/index.ts';
import type { ShownPlaybook } from './usePlaybook.ts';

type Turn = 'RetirePlaybook' | 'ReactivatePlaybook';

const back: { readonly [Way in Turn]: Turn } = { RetirePlaybook: 'ReactivatePlaybook', ReactivatePlaybook: 'RetirePlaybook' };

/** Out of use, or into it again; what was done is said, with its way back. */
export function useTurning({ playbook: { id, name }, version }: ShownPlaybook): (way: Turn) => Promise<void> {
  const replica = useReplica();
  const said = { RetirePlaybook: words.isRetired(name), ReactivatePlaybook: words.isActive(name) };

  async function turn(way: Turn, expected_version: number, isUndo: boolean): Promise<void> {
    const answer = await replica.dispatch({ type: way, aggregate_id: id, payload: {}, expected_version });
    if (isRefusal(answer)) toast({ tone: 'breach', text: answer.sentence });
    else if (!isUndo) toast({ text: said[way], onUndo: () => void turn(back[way], expected_version + 1, true) });
  }

  return (way) => turn(way, version, false);
}
