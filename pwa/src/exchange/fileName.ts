import type { Instant } from '@taffrail/domain/kernel';

/** `taffrail-<what>-<day>.<ending>`, in letters that every file system takes. */
export function fileName(what: string, now: Instant, ending: string): string {
  const plain = what
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
  return `${['taffrail', ...(plain === '' ? [] : [plain]), now.slice(0, 'YYYY-MM-DD'.length)].join('-')}.${ending}`;
}
