export { openBook, type BookOnDisk, type BookParts } from './books.ts';
export { openHost, type Host, type HostParts, type OpenBook } from './host.ts';
export { afterThisTick, every, randomIds, ringAt, sha256, systemClock } from './nodePorts.ts';
export { watchedSql } from './watchedSql.ts';
