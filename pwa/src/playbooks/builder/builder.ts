import type { Playbook, PlaybookVersion } from '@taffrail/domain/playbooks';
import type { PlaybookDraft } from '@taffrail/sync';
import type { ProblemAt } from '../draft/judgement.ts';
import type { Pen } from '../draft/pen.ts';

/** What every part of the builder works with. */
export interface Builder {
  readonly draft: PlaybookDraft;
  readonly pen: Pen;
  /** What is wrong at a place, once somebody has tried to publish. */
  readonly problemAt: ProblemAt;
  /** What has been published of it already. */
  readonly playbook: Playbook | undefined;
  readonly latest: PlaybookVersion | undefined;
}

/** Keys that answers have been given by. */
export const publishedKeys = ({ latest }: Builder): ReadonlySet<string> => new Set(latest?.content.fields.map(({ key }) => key));
