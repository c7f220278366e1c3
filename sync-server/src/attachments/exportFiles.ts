import type { Attachment } from '@taffrail/domain/attachments';
import type { ExportFile, ReadSql } from '../workspace/index.ts';

/** What is attached to what; the files themselves lie beside it, named by their hash. */
export function attachmentExportFiles(sql: ReadSql): ExportFile[] {
  const rows = sql.all<{ version: number; state: string }>(
    "SELECT version, state FROM aggregate WHERE aggregate_type = 'attachment' ORDER BY aggregate_id",
  );
  const shown = rows.map(({ version, state }) => ({ ...(JSON.parse(state) as Attachment), version }));
  return [{ name: 'attachments.json', text: `${JSON.stringify(shown, null, 2)}\n` }];
}
