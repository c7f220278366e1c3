import type { Evidence, Field } from '@taffrail/domain/playbooks';
import { Button, classes } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { useReplica } from '../../app/index.ts';
import { checklist } from '../../words/index.ts';
import type { JournalParts } from '../response/journalParts.ts';
import type { ShownResponse } from '../response/responses.ts';
import { bringBack, removePiece } from './pieces.ts';
import { useAttachable } from './attachable.ts';
import { ChooseDialog } from './chooseDialog.tsx';
import css from './evidence.module.css';
import { LinkDialog } from './linkDialog.tsx';
import { Piece } from './piece.tsx';
import { PieceDialog } from './pieceDialog.tsx';
import { useShowing } from './useShowing.ts';

interface FieldEvidenceProps {
  readonly field: Field;
  readonly fields: readonly Field[];
  readonly shown: ShownResponse;
  readonly journal: JournalParts | undefined;
}

type Asked = { readonly what: 'link' | 'choice' } | { readonly what: 'piece'; readonly piece: Evidence };

/** The evidence for one field, with every way of adding more: camera, file, paste, drop, an address, or what is there already. */
export function FieldEvidence({ field, fields, shown, journal }: FieldEvidenceProps) {
  const answer = useAttachable(shown.subject);
  const attachable = answer.status === 'ready' ? answer.value : undefined;
  const replica = useReplica();
  const [asked, ask] = useState<Asked>();
  // Said here and not in a corner of the page: what is open above the page keeps everybody out of it.
  const [removed, setRemoved] = useState<Evidence>();
  const all = shown.response?.evidence ?? [];
  const pieces = all.filter(({ field_keys }) => field_keys.includes(field.key));
  const close = (): void => ask(undefined);
  const remove = (piece: Evidence): void => void removePiece(replica, shown, piece).then(() => setRemoved(piece));
  const isGone = removed !== undefined && all.every(({ evidence_id }) => evidence_id !== removed.evidence_id);
  return (
    <div class={css.evidence}>
      {attachable !== undefined && pieces.length > 0 && (
        <ul class={css.pieces} aria-label={checklist.evidenceFor(field.label)}>
          {pieces.map((piece) => (
            <Piece
              key={piece.evidence_id}
              piece={piece}
              fields={fields}
              attachable={attachable}
              journal={journal}
              onChange={() => ask({ what: 'piece', piece })}
              onRemove={() => remove(piece)}
            />
          ))}
        </ul>
      )}
      {isGone && (
        <p class={css.ways} role="status">
          {checklist.evidenceRemoved}
          <Button tone="quiet" icon="undo" onClick={() => void bringBack(replica, shown, removed)}>
            {checklist.bringBack}
          </Button>
        </p>
      )}
      <div class={css.ways}>
        {journal !== undefined && <Attaching field={field} shown={shown} journal={journal} />}
        <Button tone="quiet" icon="link" onClick={() => ask({ what: 'link' })}>
          {checklist.addLink}
        </Button>
        <Button tone="quiet" icon="bookmark" onClick={() => ask({ what: 'choice' })}>
          {checklist.choosePiece}
        </Button>
      </div>
      {asked?.what === 'link' && <LinkDialog field={field} shown={shown} onClose={close} />}
      {asked?.what === 'choice' && attachable !== undefined && (
        <ChooseDialog field={field} shown={shown} attachable={attachable} journal={journal} onClose={close} />
      )}
      {asked?.what === 'piece' && <PieceDialog piece={asked.piece} fields={fields} shown={shown} onClose={close} />}
    </div>
  );
}

type AttachingProps = Pick<FieldEvidenceProps, 'field' | 'shown'> & { readonly journal: JournalParts };

function Attaching({ field, shown, journal }: AttachingProps) {
  const show = useShowing(journal, shown, field);
  const [isOver, setOver] = useState(false);
  const take = (list: FileList | undefined): void => {
    if (list && list.length > 0) void show([...list]);
  };
  return (
    <div
      class={classes(css.drop, isOver && css.over)}
      // A field that is not one: something has to have the focus when a picture is pasted.
      tabIndex={-1}
      onPaste={(event) => take(event.clipboardData?.files)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <journal.PickButton icon="camera" label={checklist.takePicture} capture onPick={take} />
      <journal.PickButton icon="attach" label={checklist.addFile} onPick={take} />
      <span class={css.hint}>{checklist.dropHere}</span>
    </div>
  );
}
