export { openHeadFile, type HeadFile } from './headFile.ts';
export { memoryHead, openMemory } from './memory.ts';
export { openSqlite, type OpenOptions, type SqliteBook } from './sqlite.ts';
