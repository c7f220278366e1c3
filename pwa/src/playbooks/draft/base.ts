import type { Id } from '@taffrail/domain/kernel';
import type { PlaybookVersion } from '@taffrail/domain/playbooks';
import type { DraftBase } from '@taffrail/sync';

export const baseOn = ({ id, version }: Pick<PlaybookVersion, 'id' | 'version'>): DraftBase => ({ version, version_id: id });

/** Whether others have published meanwhile. A base with a greater number than there is here is still on its way, or never comes. */
export const isPassedBy = (base: DraftBase | null, latest: PlaybookVersion): boolean =>
  base === null || (base.version_id !== latest.id && base.version <= latest.version);

/** What the next version is published on: one that was published here and decided otherwise by the server never came to be. */
export function publishedOn(base: DraftBase | null, latest: PlaybookVersion | undefined): Id | null {
  if (latest === undefined || base === null) return null;
  return base.version > latest.version ? latest.id : base.version_id;
}
