import type { Id } from '@taffrail/domain/kernel';
import { resultsOf, type PlaybookResponse, type Results, type Use } from '@taffrail/domain/playbooks';
import type { PositionRow } from '@taffrail/replica';
import { useMemo } from 'preact/hooks';
import { useLive, useReplica } from '../../app/index.ts';

/** How each playbook that was answered did, by its id; undefined until that is read. */
export function useResults(): ReadonlyMap<Id, Results> | undefined {
  const replica = useReplica();
  const responses = useLive(['playbook_response'], () => replica.states<PlaybookResponse>('playbook_response'));
  const positions = replica.rows<PositionRow>('positions').value;
  return useMemo(() => {
    if (responses.status !== 'ready' || positions === undefined) return undefined;
    return new Map(
      [
        ...usesOf(
          responses.value.map(({ state }) => state),
          positions,
        ),
      ].map(([id, uses]) => [id, resultsOf(uses)]),
    );
  }, [responses, positions]);
}

function usesOf(responses: readonly PlaybookResponse[], positions: ReadonlyMap<Id, PositionRow>): ReadonlyMap<Id, readonly Use[]> {
  const uses = new Map<Id, Use[]>();
  for (const response of responses) {
    const { playbook_id, submission } = response;
    if (submission === null) continue;
    const use = { evaluation: submission.evaluation, closed: closedOf(response, positions) };
    uses.set(playbook_id, [...(uses.get(playbook_id) ?? []), use]);
  }
  return uses;
}

/** What came of the trade that was checked, or of the one that an instrument's checklist led to. */
function closedOf({ subject, position_id }: PlaybookResponse, positions: ReadonlyMap<Id, PositionRow>): Use['closed'] {
  const id = subject.type === 'position' ? subject.id : position_id;
  const position = id === null ? undefined : positions.get(id);
  if (position?.status !== 'closed') return null;
  return { currency: position.currency, net: position.realised_net, r_multiple: position.r_multiple };
}
