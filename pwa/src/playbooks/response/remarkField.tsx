import type { Field } from '@taffrail/domain/playbooks';
import type { HeldDocument } from '@taffrail/replica/documents';
import type { TextPart } from '@taffrail/sync';
import { Skeleton } from '@taffrail/ui';
import { useShowing } from '../evidence/useShowing.ts';
import type { JournalParts } from './journalParts.ts';
import type { ShownResponse } from './responses.ts';

export interface RemarkedOn {
  readonly held: HeldDocument;
  readonly shown: ShownResponse;
  readonly journal: JournalParts | undefined;
}

interface RemarkFieldProps extends RemarkedOn {
  readonly field: Field;
  readonly text: TextPart;
  readonly label: string;
  readonly placeholder: string;
}

/** Where paragraphs are written about a field; a picture that is pasted into them becomes evidence for it. */
export function RemarkField({ journal, ...rest }: RemarkFieldProps) {
  return journal === undefined ? <Skeleton shape="row" count={2} /> : <Loaded {...rest} journal={journal} />;
}

function Loaded({ held, shown, journal, field, text, label, placeholder }: RemarkFieldProps & { readonly journal: JournalParts }) {
  const attachAll = useShowing(journal, shown, field);
  return <journal.Remark held={held} text={text} label={label} placeholder={placeholder} attachAll={attachAll} />;
}
