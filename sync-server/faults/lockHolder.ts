import { DatabaseSync } from 'node:sqlite';

/** Another program with its hand on the book: holds the write lock until its standard input ends. */
const database = new DatabaseSync(process.argv[2] ?? '', { timeout: 5_000 });
database.exec('BEGIN IMMEDIATE');
process.stdout.write('held\n');
process.stdin.resume().once('end', () => {
  database.exec('ROLLBACK');
  database.close();
});
