import { Icon } from '@taffrail/ui';
import { journal } from '../../words/index.ts';
import type { ShownAttachment } from './attaching.ts';
import css from './attachmentStrip.module.css';
import { useFileUrl } from './fileUrl.ts';

interface TileProps {
  readonly attachment: ShownAttachment;
  /** What pressing it does, where that is not to open it. */
  readonly label?: string;
  readonly onOpen: () => void;
}

/** One attachment, small. */
export function Tile({ attachment, label, onOpen }: TileProps) {
  const { file_name, media_type } = attachment;
  return (
    <li>
      <button type="button" class={css.tile} aria-label={label ?? journal.open(file_name)} title={file_name} onClick={onOpen}>
        {media_type === 'application/pdf' ? <Named name={file_name} /> : <Small attachment={attachment} />}
      </button>
    </li>
  );
}

function Small({ attachment: { hash, file_name } }: { readonly attachment: ShownAttachment }) {
  const url = useFileUrl(hash, 'small');
  if (url === null) return <Named name={file_name} />;
  return url === undefined ? <span class={css.waiting} /> : <img class={css.small} src={url} alt="" />;
}

function Named({ name }: { readonly name: string }) {
  return (
    <span class={css.named}>
      <Icon name="attach" />
      <span class={css.name}>{name}</span>
    </span>
  );
}
