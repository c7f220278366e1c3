export { dataFolderAt, isWorkspaceId, REGISTRY, type BookFiles, type DataFolder } from './dataFolder.ts';
export { DataFolderInUse, lockDataFolder, type DataLock } from './dataLock.ts';
export { createFileDurably, createFolderDurably, syncFolder, writeFileDurably } from './durableFile.ts';
export { openBlobFolder } from './blobFolder.ts';
export { openHeadFile, type HeadFile } from './headFile.ts';
export { memoryBlobs, memoryHead, openMemory } from './memory.ts';
export { openSqlite, type OpenOptions, type SqliteBook } from './sqlite.ts';
