import type { Subject } from '@taffrail/domain/attachments';
import { isRefusal } from '@taffrail/domain/kernel';
import { classes, Section } from '@taffrail/ui';
import { useRef, useState } from 'preact/hooks';
import { mayWrite, toast, useLive, useReplica } from '../../app/index.ts';
import { journal } from '../../words/index.ts';
import { attachmentsOf, useAttaching, type ShownAttachment } from './attaching.ts';
import css from './attachmentStrip.module.css';
import { PickButton } from './pickButton.tsx';
import { Tile } from './tile.tsx';
import { Viewer } from './viewer.tsx';

/** What is attached to something, with every way of attaching more: paste, drop, camera, file. */
export function AttachmentStrip({ subject }: { readonly subject: Subject }) {
  const replica = useReplica();
  const attachAll = useAttaching(subject);
  const answer = useLive(['attachment'], () => attachmentsOf(replica, subject), [subject.type, subject.id]);
  const attachments = answer.status === 'ready' ? answer.value : [];
  const [openId, setOpenId] = useState<string>();
  const [isOver, setOver] = useState(false);
  const frame = useRef<HTMLDivElement>(null);

  const take = (list: FileList | undefined): void => {
    if (list && list.length > 0 && mayWrite.value) void attachAll([...list]);
  };

  return (
    <Section
      title={journal.attachments}
      actions={
        mayWrite.value && (
          <div class={css.ways}>
            <PickButton icon="camera" label={journal.takePicture} capture onPick={take} />
            <PickButton icon="attach" label={journal.addFile} onPick={take} />
          </div>
        )
      }
    >
      <div
        ref={frame}
        tabIndex={-1}
        class={classes(css.strip, isOver && css.over)}
        onPaste={(event) => take(event.clipboardData?.files)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(mayWrite.value);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer?.files);
        }}
      >
        {attachments.length === 0 ? (
          <p class={css.empty}>{isOver ? journal.dropHere : journal.noAttachments}</p>
        ) : (
          <ul class={css.tiles} aria-label={journal.attachments}>
            {attachments.map((attachment) => (
              <Tile key={attachment.id} attachment={attachment} onOpen={() => setOpenId(attachment.id)} />
            ))}
          </ul>
        )}
      </div>
      {openId !== undefined && (
        <Viewer
          attachments={attachments}
          openId={openId}
          onMove={setOpenId}
          onClose={() => setOpenId(undefined)}
          {...(mayWrite.value && {
            onRemove(attachment: ShownAttachment) {
              setOpenId(undefined);
              frame.current?.focus();
              void remove(attachment);
            },
          })}
        />
      )}
    </Section>
  );

  async function remove({ id, version, file_name }: ShownAttachment): Promise<void> {
    const done = await replica.dispatch({ type: 'RemoveAttachment', aggregate_id: id, expected_version: version, payload: {} });
    if (isRefusal(done)) toast({ text: done.sentence, tone: 'breach' });
    else toast({ text: journal.removed(file_name), onUndo: () => void restore(id) });
  }

  async function restore(id: string): Promise<void> {
    const version = (await replica.state('attachment', id))?.version ?? 1;
    const done = await replica.dispatch({ type: 'RestoreAttachment', aggregate_id: id, expected_version: version, payload: {} });
    if (isRefusal(done)) toast({ text: done.sentence, tone: 'breach' });
  }
}
