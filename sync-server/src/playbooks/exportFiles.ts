import type { ExportFile, ReadSql } from '../workspace/index.ts';

/** What was published and what was answered, a line for each, so that years of it are read without having them all in memory. */
export function playbookExportFiles(sql: ReadSql): ExportFile[] {
  return [
    asLines('playbooks.jsonl', statesOf(sql, 'playbook')),
    asLines('playbook_versions.jsonl', statesOf(sql, 'playbook_version')),
    asLines('playbook_responses.jsonl', statesOf(sql, 'playbook_response')),
  ];
}

function statesOf(sql: ReadSql, type: string): object[] {
  const rows = sql.all<{ version: number; state: string }>(
    'SELECT version, state FROM aggregate WHERE aggregate_type = ? ORDER BY aggregate_id',
    type,
  );
  // Of a version of a playbook, its own number says more than how many facts there are of it.
  return rows.map(({ version, state }) => ({ revision: version, ...(JSON.parse(state) as object) }));
}

const asLines = (name: string, states: readonly object[]): ExportFile => ({
  name,
  text: states.map((state) => `${JSON.stringify(state)}\n`).join(''),
});
