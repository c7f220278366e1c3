import type { Evidence, Field } from '@taffrail/domain/playbooks';
import { Icon, IconButton } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { checklist } from '../../words/index.ts';
import type { JournalParts } from '../response/journalParts.ts';
import type { Attachable } from './attachable.ts';
import css from './evidence.module.css';

interface PieceProps {
  readonly piece: Evidence;
  /** Left out where it stands beside each field that it speaks for. */
  readonly fields?: readonly Field[];
  readonly attachable: Attachable;
  readonly journal: JournalParts | undefined;
  /** Left out where it is looked at only. */
  readonly onChange?: () => void;
  readonly onRemove?: () => void;
}

const NONE: readonly Field[] = [];

/** One piece of evidence: what it is, what was noted on it, and for what else it speaks. */
export function Piece({ piece, fields = NONE, attachable, journal, onChange, onRemove }: PieceProps) {
  const name = nameOfPiece(piece, attachable);
  const labels = fields.filter(({ key }) => piece.field_keys.includes(key)).map(({ label }) => label);
  return (
    <li class={css.piece}>
      <Picture piece={piece} attachable={attachable} journal={journal} />
      <div class={css.said}>
        {piece.source.kind === 'url' ? (
          <a href={piece.source.url} rel="noopener noreferrer nofollow" target="_blank" class={css.name}>
            {name}
          </a>
        ) : (
          <span class={css.name}>{name}</span>
        )}
        {piece.note !== null && <span>{piece.note}</span>}
        {labels.length > 1 && <span class={css.hint}>{checklist.speaksFor(labels)}</span>}
      </div>
      {onChange !== undefined && <IconButton icon="edit" label={checklist.changePiece(name)} onClick={onChange} />}
      {onRemove !== undefined && <IconButton icon="trash" label={checklist.removePiece(name)} onClick={onRemove} />}
    </li>
  );
}

export function nameOfPiece({ source }: Evidence, { byId }: Attachable): string {
  return source.kind === 'url' ? source.url : (byId.get(source.id)?.file_name ?? checklist.missing);
}

function Picture({ piece: { source }, attachable, journal }: Pick<PieceProps, 'piece' | 'attachable' | 'journal'>) {
  const [isOpen, setOpen] = useState(false);
  const attachment = source.kind === 'attachment' ? attachable.byId.get(source.id) : undefined;
  if (attachment === undefined || journal === undefined) {
    return (
      <span class={css.icon}>
        <Icon name={source.kind === 'url' ? 'link' : attachment === undefined ? 'warning' : 'attach'} />
      </span>
    );
  }
  return (
    <>
      <ul class={css.picture}>
        <journal.Tile attachment={attachment} onOpen={() => setOpen(true)} />
      </ul>
      {isOpen && <journal.Viewer attachments={[attachment]} openId={attachment.id} onMove={() => {}} onClose={() => setOpen(false)} />}
    </>
  );
}
