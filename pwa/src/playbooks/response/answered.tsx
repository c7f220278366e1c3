import type { Field, Submission, Value } from '@taffrail/domain/playbooks';
import { Icon, Prose, Skeleton, useFormats, type Formats } from '@taffrail/ui';
import { checklist } from '../../words/index.ts';
import { useAttachable } from '../evidence/attachable.ts';
import { Piece } from '../evidence/piece.tsx';
import type { JournalParts } from './journalParts.ts';
import css from './response.module.css';
import { useVersion, type ShownResponse } from './responses.ts';

interface AnsweredProps {
  readonly shown: ShownResponse;
  /** It need not have been submitted yet. */
  readonly submission: Pick<Submission, 'version_id' | 'values' | 'comments' | 'evaluation'>;
  readonly journal: JournalParts | undefined;
}

/** What was answered, by the version it was an answer to: the questions as they were asked then. */
export function Answered({ shown, submission, journal }: AnsweredProps) {
  const version = useVersion(submission.version_id);
  const fields = version.status === 'ready' ? version.value?.content.fields : undefined;
  if (fields === undefined) return <Skeleton shape="row" count={6} />;
  return (
    <ol class={css.answers} aria-label={checklist.answers}>
      {fields.map((field) => (
        <Given key={field.key} field={field} shown={shown} submission={submission} journal={journal} />
      ))}
    </ol>
  );
}

interface GivenProps extends AnsweredProps {
  readonly field: Field;
}

function Given({ field, shown, submission, journal }: GivenProps) {
  const { values, comments, evaluation } = submission;
  const formats = useFormats();
  const answer = useAttachable(shown.subject);
  const attachable = answer.status === 'ready' ? answer.value : undefined;
  const isSatisfied = evaluation.fields.find(({ key }) => key === field.key)?.satisfied === true;
  const value = Object.hasOwn(values, field.key) ? values[field.key] : undefined;
  const comment = Object.hasOwn(comments, field.key) ? comments[field.key] : undefined;
  const pieces = (shown.response?.evidence ?? []).filter(({ field_keys }) => field_keys.includes(field.key));
  return (
    <li class={css.given} data-satisfied={isSatisfied || undefined}>
      <Icon name={isSatisfied ? 'check' : 'close'} />
      <div class={css.asked}>
        <span>
          {field.label}
          <span class="visually-hidden"> {isSatisfied ? checklist.followed : checklist.notFollowed}</span>
        </span>
        {typeof value !== 'object' && <span class={css.value}>{printed(field, value, formats)}</span>}
      </div>
      {(typeof value === 'object' || comment !== undefined || pieces.length > 0) && (
        <div class={css.remarks}>
          {typeof value === 'object' && <Prose text={value} />}
          {comment !== undefined && <Prose text={comment} />}
          {attachable !== undefined && pieces.length > 0 && (
            <ul aria-label={checklist.evidenceFor(field.label)}>
              {pieces.map((piece) => (
                <Piece key={piece.evidence_id} piece={piece} attachable={attachable} journal={journal} />
              ))}
            </ul>
          )}
        </div>
      )}
    </li>
  );
}

/** An answer in a few words. */
export function printed({ type, validation }: Field, value: Value | undefined, formats: Formats): string {
  if (value === undefined) return checklist.unanswered;
  if (typeof value === 'boolean') return value ? checklist.yes : checklist.no;
  if (typeof value !== 'string') return checklist.writtenAnswer;
  if (type === 'number') return formats.quantity(value);
  return type === 'rating' ? checklist.rated(formats.quantity(value), formats.quantity(validation.max ?? value)) : value;
}
