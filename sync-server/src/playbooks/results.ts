import type { Id, Versioned } from '@taffrail/domain/kernel';
import { resultsOf, type Results, type Use } from '@taffrail/domain/playbooks';
import { positionView, type Account, type Position } from '@taffrail/domain/tradelog';
import type { Workspace } from '../workspace/index.ts';
import { findResponse } from './response.ts';

/** Everybody else waits while they are added up. */
export const MOST_ADDED_UP = 2_000;

/** What came of a playbook, or of one version of it. */
export function playbookResults(workspace: Workspace, playbookId: Id, versionId?: Id): Results {
  const rows = workspace.read((sql) =>
    sql.all<{ id: Id; position_id: Id | null }>(
      `SELECT id, position_id FROM playbooks_response WHERE playbook_id = ? AND version_id = coalesce(?, version_id)
       ORDER BY begun_at DESC, id DESC LIMIT ?`,
      playbookId,
      versionId ?? null,
      MOST_ADDED_UP,
    ),
  );
  return resultsOf(rows.flatMap(({ id, position_id }) => useOf(workspace, id, position_id)));
}

function useOf(workspace: Workspace, id: Id, positionId: Id | null): Use[] {
  const submission = findResponse(workspace, id)?.state.submission;
  return submission ? [{ evaluation: submission.evaluation, closed: positionId === null ? null : outcomeOf(workspace, positionId) }] : [];
}

/** How a trade ended, once it has. */
function outcomeOf(workspace: Workspace, id: Id): Use['closed'] {
  const position = workspace.state({ aggregate_type: 'position', aggregate_id: id }) as Versioned<Position>;
  if (position.state.status !== 'closed') return null;
  const account = workspace.state({ aggregate_type: 'account', aggregate_id: position.state.account_id }) as Versioned<Account>;
  const { realised_pnl, r_multiple } = positionView(position, account.state, workspace.now()).metadata;
  return { currency: position.state.currency, net: realised_pnl.net, r_multiple };
}
