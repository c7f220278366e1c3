import type { Id } from '@taffrail/domain/kernel';
import { asJson } from '@taffrail/domain/kernel';
import { fromSnapshot, riskArtifactId, type Strategy } from '@taffrail/domain/riskgraph';
import { positionSnapshot, type Account, type Position } from '@taffrail/domain/tradelog';
import type { Replica } from '@taffrail/replica';
import { useEffect } from 'preact/hooks';
import { mayWrite, useReplica } from '../app/index.ts';
import { adding, doOrSay, nextId } from './does.ts';

/** Draws the position an address names, once: one that is drawn already is there. */
export function useDrawPosition(positionId: Id, onDrawn: () => void): void {
  const replica = useReplica();
  useEffect(() => {
    if (positionId !== '' && mayWrite.peek()) void drawPosition(replica, positionId).then(onDrawn);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for a position
  }, [replica, positionId]);
}

/** The risk of what is held is worked out with it, and kept up by the server from then on. */
async function drawPosition(replica: Replica, position_id: Id): Promise<void> {
  const drawn = await replica.states<Strategy>('strategy');
  if (drawn.some(({ state }) => state.position_id === position_id && state.removed_at === null)) return;
  const position = await replica.state<Position>('position', position_id);
  const account = position && (await replica.state<Account>('account', position.state.account_id));
  const held = position && account && fromSnapshot(positionSnapshot(position, account.state, replica.now()));
  if (position === undefined || held === undefined) return;
  const terms = { ...held, visible: true, color: null, label: null, position_id, template_id: null };
  const payload = asJson({ position_id, position_version: position.version });
  const compute = { type: 'ComputeRiskArtifact', aggregate_id: riskArtifactId(position_id), payload };
  await doOrSay(replica, adding(nextId(replica), terms), compute);
}
