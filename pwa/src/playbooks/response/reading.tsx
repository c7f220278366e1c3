import type { PlaybookVersion } from '@taffrail/domain/playbooks';
import type { HeldDocument } from '@taffrail/replica/documents';
import { useFormats } from '@taffrail/ui';
import { People } from '../../app/index.ts';
import { checklist } from '../../words/index.ts';
import { Answered } from './answered.tsx';
import type { JournalParts } from './journalParts.ts';
import css from './response.module.css';
import type { ShownResponse } from './responses.ts';
import { judge, useAnswers } from './useAnswers.ts';

interface ReadingProps {
  readonly shown: ShownResponse;
  readonly held: HeldDocument;
  readonly journal: JournalParts | undefined;
  readonly version: PlaybookVersion;
}

/** What was submitted, or how far somebody has got, to whoever may only read. */
export function Reading({ shown, held, journal, version }: ReadingProps) {
  const formats = useFormats();
  // With nothing to go on with: reading writes nothing.
  const filling = useAnswers(held, version, null);
  const { values, comments } = filling;
  const soFar = { version_id: version.id, version: version.version, values, comments, evaluation: judge(version, filling, null) };
  const given = shown.response?.submission ?? soFar;
  return (
    <div class={css.filling}>
      <p class={css.standing}>
        <span>{checklist.version(formats.count(given.version))}</span>
        <People held={held} />
      </p>
      <Answered shown={shown} submission={given} journal={journal} />
    </div>
  );
}
