import type { Submission } from '@taffrail/domain/playbooks';
import { commentText } from '@taffrail/sync';
import { checklist } from '../../words/index.ts';
import type { FieldSlot } from '@taffrail/face';
import { RemarkField, type RemarkedOn } from './remarkField.tsx';

/** A remark on each field that takes one. */
export function commentSlot(on: RemarkedOn, comments: Submission['comments']): FieldSlot {
  return {
    count: (key) => Number(Object.hasOwn(comments, key)),
    draw: (field) =>
      field.allow_comment && (
        <RemarkField
          key="comment"
          {...on}
          field={field}
          text={commentText(on.held.document, field.key)}
          label={checklist.commentOn(field.label)}
          placeholder={checklist.comment}
        />
      ),
  };
}
