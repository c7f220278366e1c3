import type { EvidenceSource, Field } from '@taffrail/domain/playbooks';
import { Button, Dialog } from '@taffrail/ui';
import { useReplica } from '../../app/index.ts';
import { checklist } from '../../words/index.ts';
import type { JournalParts, ShownAttachment } from '../response/journalParts.ts';
import type { ShownResponse } from '../response/responses.ts';
import type { Attachable } from './attachable.ts';
import css from './evidence.module.css';
import { say, showFor } from './pieces.ts';
import { nameOfPiece } from './piece.tsx';

interface ChooseDialogProps {
  readonly field: Field;
  readonly shown: ShownResponse;
  readonly attachable: Attachable;
  readonly journal: JournalParts | undefined;
  readonly onClose: () => void;
}

/** What is there already: evidence of other fields, and what is attached to the trade and to its day. */
export function ChooseDialog({ field, shown, attachable, journal, onClose }: ChooseDialogProps) {
  const replica = useReplica();
  const pieces = shown.response?.evidence ?? [];
  const isShown = ({ id }: ShownAttachment): boolean =>
    pieces.some(({ source, field_keys }) => source.kind === 'attachment' && source.id === id && field_keys.includes(field.key));
  const others = pieces.filter(({ source, field_keys }) => source.kind === 'url' && !field_keys.includes(field.key));
  const ofPosition = attachable.ofPosition.filter((each) => !isShown(each));
  const ofDay = attachable.ofDay.filter((each) => !isShown(each));

  async function choose(source: EvidenceSource): Promise<void> {
    say(await showFor(replica, shown, pieces, source, field.key));
    onClose();
  }

  return (
    <Dialog open title={checklist.evidenceFor(field.label)} onClose={onClose}>
      <div class={css.form}>
        {ofPosition.length + ofDay.length + others.length === 0 && <p class={css.hint}>{checklist.nothingToChoose}</p>}
        <Tiles
          title={checklist.ofTrade}
          attachments={ofPosition}
          journal={journal}
          onChoose={(id) => void choose({ kind: 'attachment', id })}
        />
        <Tiles title={checklist.ofDay} attachments={ofDay} journal={journal} onChoose={(id) => void choose({ kind: 'attachment', id })} />
        {others.map((piece) => (
          <Button key={piece.evidence_id} icon="link" onClick={() => void choose(piece.source)}>
            {nameOfPiece(piece, attachable)}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}

interface TilesProps {
  readonly title: string;
  readonly attachments: readonly ShownAttachment[];
  readonly journal: JournalParts | undefined;
  readonly onChoose: (id: string) => void;
}

function Tiles({ title, attachments, journal, onChoose }: TilesProps) {
  if (attachments.length === 0 || journal === undefined) return null;
  return (
    <section class={css.group}>
      <h3>{title}</h3>
      <ul class={css.tiles} aria-label={title}>
        {attachments.map((attachment) => (
          <journal.Tile
            key={attachment.id}
            attachment={attachment}
            label={checklist.choosing(attachment.file_name)}
            onOpen={() => onChoose(attachment.id)}
          />
        ))}
      </ul>
    </section>
  );
}
