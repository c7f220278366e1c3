import type { Field } from '@taffrail/domain/playbooks';
import { answerText } from '@taffrail/sync';
import { FieldGroup } from '@taffrail/ui';
import { checklist } from '../../words/index.ts';
import type { Writing } from '@taffrail/face';
import { RemarkField, type RemarkedOn } from './remarkField.tsx';

interface WrittenFieldProps extends RemarkedOn {
  readonly field: Field;
  readonly error: string | undefined;
}

/** An answer in paragraphs. */
export const writtenIn =
  (on: RemarkedOn): Writing =>
  (field, error) => <WrittenField {...on} field={field} error={error} />;

function WrittenField({ field, error, ...on }: WrittenFieldProps) {
  return (
    <FieldGroup label={field.label} hint={field.help ?? undefined} error={error}>
      <RemarkField {...on} field={field} text={answerText(on.held.document, field.key)} label={field.label} placeholder={checklist.write} />
    </FieldGroup>
  );
}
