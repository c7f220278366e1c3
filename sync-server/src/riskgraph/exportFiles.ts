import type { ExportFile, ReadSql } from '../workspace/index.ts';

/** What was drawn and what it may be drawn from again, a line for each. */
export function riskgraphExportFiles(sql: ReadSql): ExportFile[] {
  return [asLines('strategies.jsonl', statesOf(sql, 'strategy')), asLines('strategy_templates.jsonl', statesOf(sql, 'strategy_template'))];
}

function statesOf(sql: ReadSql, type: string): string[] {
  return sql
    .all<{ state: string }>('SELECT state FROM aggregate WHERE aggregate_type = ? ORDER BY aggregate_id', type)
    .map(({ state }) => state);
}

const asLines = (name: string, states: readonly string[]): ExportFile => ({ name, text: states.map((state) => `${state}\n`).join('') });
