import type { Breach, MeasuredSession } from '@taffrail/domain/discipline';
import type { ExportFile, ReadSql } from '../workspace/index.ts';
import { breachView, sessionView } from './shapes.ts';

/** What was broken and what days came to, a line for each. */
export function disciplineExportFiles(sql: ReadSql): ExportFile[] {
  return [
    asLines('breaches.jsonl', statesOf<Breach>(sql, 'breach').map(breachView)),
    asLines(
      'sessions.jsonl',
      statesOf<MeasuredSession>(sql, 'trading_session')
        .map(sessionView)
        .toSorted((a, b) => (`${a.session_date} ${a.currency}` < `${b.session_date} ${b.currency}` ? -1 : 1)),
    ),
  ];
}

function statesOf<State>(sql: ReadSql, type: string): State[] {
  const rows = sql.all<{ state: string }>('SELECT state FROM aggregate WHERE aggregate_type = ? ORDER BY aggregate_id', type);
  return rows.map(({ state }) => JSON.parse(state) as State);
}

const asLines = (name: string, lines: readonly object[]): ExportFile => ({
  name,
  text: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
});
