import { Banner, Button } from '@taffrail/ui';
import { useBook } from '../../app/index.ts';
import { builder as words } from '../../words/index.ts';
import { isPassedBy } from '../draft/base.ts';
import { giveUpDraft } from '../draft/giveUp.ts';
import type { Problem } from '../draft/judgement.ts';
import type { Builder } from './builder.ts';
import css from './builder.module.css';

interface NoticesProps {
  readonly id: string;
  readonly builder: Builder;
  readonly problems: readonly Problem[];
  readonly onGoTo: (fieldId: string | undefined) => void;
}

/** What stands between a draft and its publication. */
export function Notices({ id, builder, problems, onGoTo }: NoticesProps) {
  const { playbook } = builder;
  return (
    <>
      {playbook?.active === false && <Banner tone="warning">{words.retired}</Banner>}
      <OtherVersion id={id} builder={builder} />
      {problems.length > 0 && (
        <Banner tone="breach" title={words.toPutRight(problems.length)}>
          <ul class={css.problems}>
            {problems.map((problem) => (
              <li key={`${problem.fieldId} ${problem.at}`}>
                <button type="button" class={css.problem} onClick={() => onGoTo(problem.fieldId)}>
                  {labelOf(problem, builder)}
                </button>{' '}
                {problem.sentence}
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </>
  );
}

/** Which field, or what of the playbook. */
function labelOf({ fieldId, at }: Problem, { draft }: Builder): string {
  if (fieldId !== undefined) {
    const place = draft.fields.findIndex(({ id }) => id === fieldId);
    return draft.fields[place]?.label.trim() || words.fieldAt(place + 1);
  }
  const [part = ''] = at.split('.');
  return words.partNames[part] ?? words.about;
}

/** Nobody publishes over a version that they have not seen. */
function OtherVersion({ id, builder: { draft, pen, latest } }: Pick<NoticesProps, 'id' | 'builder'>) {
  const desk = useBook();
  if (latest === undefined || !isPassedBy(draft.base, latest)) return null;
  return (
    <Banner
      tone="warning"
      actions={
        <>
          <Button onClick={() => void giveUpDraft(desk, id, latest)}>{words.takeLatest(latest.version)}</Button>
          <Button onClick={() => pen.goOnFrom(latest)}>{words.keepMine}</Button>
        </>
      }
    >
      {words.otherVersion(latest.version, draft.base?.version ?? null)}
    </Banner>
  );
}
