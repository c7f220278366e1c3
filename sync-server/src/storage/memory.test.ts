import { DatabaseSync } from 'node:sqlite';
import { blobLaws } from './testing/blobLaws.ts';
import { headLaws } from './testing/headLaws.ts';
import { memoryBlobs, memoryDriver, memoryHead, openMemory } from './memory.ts';
import { sqlOver } from './sql.ts';
import { fullLaws, sqlLaws } from './testing/sqlLaws.ts';

sqlLaws('memory', openMemory);
headLaws('memory', memoryHead);
blobLaws('memory', memoryBlobs);

fullLaws('memory', () => {
  const database = new DatabaseSync(':memory:');
  database.exec('PRAGMA max_page_count = 40');
  return { sql: sqlOver(memoryDriver(database)), close: () => database.close() };
});
