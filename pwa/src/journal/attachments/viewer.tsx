import { Button, Dialog, IconButton } from '@taffrail/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { journal } from '../../words/index.ts';
import type { ShownAttachment } from './attaching.ts';
import css from './viewer.module.css';
import { useFileUrl } from './fileUrl.ts';

interface ViewerProps {
  readonly attachments: readonly ShownAttachment[];
  readonly openId: string;
  readonly onMove: (id: string) => void;
  readonly onClose: () => void;
  /** Left out where it is not for them to remove. */
  readonly onRemove?: (attachment: ShownAttachment) => void;
}

const SCALES = [1, 1.5, 2, 3, 4];
const STEPS: { readonly [key: string]: number } = { ArrowRight: 1, ArrowLeft: -1 };
const ZOOMS: { readonly [key: string]: number } = { '+': 1, '-': -1 };

/** Looks at one attachment after the other, as large as it is needed. */
export function Viewer({ attachments, openId, onMove, onClose, onRemove }: ViewerProps) {
  const at = attachments.findIndex(({ id }) => id === openId);
  const attachment = attachments[at];
  const [scale, setScale] = useState(0);
  const press = useRef<(key: string) => void>(() => {});
  useEffect(() => {
    const listen = ({ key }: KeyboardEvent): void => press.current(key);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  if (attachment === undefined) return null;

  const move = (step: number): void => {
    const next = attachments[at + step];
    if (!next) return;
    setScale(0);
    onMove(next.id);
  };

  const zoom = (step: number): void => setScale(Math.min(Math.max(scale + step, 0), SCALES.length - 1));

  press.current = (key) => {
    // A picture that is larger than its frame is scrolled with the arrows.
    if (scale === 0 && STEPS[key] !== undefined) move(STEPS[key]);
    if (ZOOMS[key] !== undefined) zoom(ZOOMS[key]);
  };

  return (
    <Dialog
      wide
      title={attachment.file_name}
      open
      onClose={onClose}
      actions={
        onRemove && (
          <Button icon="trash" onClick={() => onRemove(attachment)}>
            {journal.remove}
          </Button>
        )
      }
    >
      <div class={css.viewer}>
        <div class={css.bar}>
          <IconButton icon="chevronStart" directional label={journal.previous} disabled={at === 0} onClick={() => move(-1)} />
          <span class={css.place}>{journal.place(at + 1, attachments.length)}</span>
          <IconButton icon="chevronEnd" directional label={journal.next} disabled={at === attachments.length - 1} onClick={() => move(1)} />
          <span class={css.gap} />
          <IconButton icon="smaller" label={journal.zoomOut} disabled={scale === 0} onClick={() => zoom(-1)} />
          <IconButton icon="larger" label={journal.zoomIn} disabled={scale === SCALES.length - 1} onClick={() => zoom(1)} />
        </div>
        <Whole key={attachment.hash} attachment={attachment} scale={SCALES[scale] ?? 1} />
      </div>
    </Dialog>
  );
}

function Whole({ attachment, scale }: { readonly attachment: ShownAttachment; readonly scale: number }) {
  const url = useFileUrl(attachment.hash, 'whole');
  if (url === undefined) return <div class={css.stage} />;
  if (url === null) return <p class={css.missing}>{journal.notHere}</p>;
  if (attachment.media_type === 'application/pdf') {
    return (
      <p class={css.missing}>
        <a href={url} download={attachment.file_name}>
          {journal.download}
        </a>
      </p>
    );
  }
  return (
    <div class={css.stage}>
      <img
        class={css.whole}
        ref={(picture) => picture?.style.setProperty('--scale', String(scale))}
        src={url}
        alt={attachment.caption ?? attachment.file_name}
      />
    </div>
  );
}
