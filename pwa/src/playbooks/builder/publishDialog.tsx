import { differenceOf, isSame, type Content } from '@taffrail/domain/playbooks';
import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import { Banner, Button, Dialog } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { toast, useReplica } from '../../app/index.ts';
import { link } from '../../routes/index.ts';
import { builder as words, form } from '../../words/index.ts';
import { publishedOn } from '../draft/base.ts';
import { DifferenceList } from '../versions/differenceList.tsx';
import type { Builder } from './builder.ts';
import css from './builder.module.css';

interface PublishDialogProps {
  readonly id: string;
  readonly builder: Builder;
  readonly content: Content;
  readonly onClose: () => void;
}

/** Says what a new version says otherwise, before it says it for ever. */
export function PublishDialog({ id, builder: { draft, pen, latest }, content, onClose }: PublishDialogProps) {
  const replica = useReplica();
  const [refusal, setRefusal] = useState<Refusal>();
  const [isBusy, setBusy] = useState(false);
  const changes = latest && differenceOf(latest.content, content);
  const isUnchanged = changes !== undefined && isSame(changes);
  const next = (latest?.version ?? 0) + 1;

  async function publish(): Promise<void> {
    setBusy(true);
    const version_id = replica.ground.surroundings.ids.next();
    const payload = { version_id, content, base_version_id: publishedOn(draft.base, latest) };
    const answer = await replica.dispatch({ type: 'PublishPlaybook', aggregate_id: id, payload });
    setBusy(false);
    if (isRefusal(answer)) {
      setRefusal(answer);
      return;
    }
    pen.goOnFrom({ id: version_id, version: next });
    toast({ text: words.published(content.name, next), link: { label: words.openIt, href: link('playbook', { id }) } });
    onClose();
  }

  return (
    <Dialog
      open
      title={words.publishVersion(next)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{form.cancel}</Button>
          {!isUnchanged && (
            <Button tone="primary" autoFocus busy={isBusy} onClick={() => void publish()}>
              {words.publish}
            </Button>
          )}
        </>
      }
    >
      <div class={css.stack}>
        {latest === undefined && <p>{words.firstVersion}</p>}
        {latest !== undefined && <p>{isUnchanged ? words.nothingNew(latest.version) : words.laterVersion(latest.version)}</p>}
        {changes !== undefined && !isUnchanged && <DifferenceList difference={changes} />}
        {refusal !== undefined && <Banner tone="breach">{refusal.sentence}</Banner>}
      </div>
    </Dialog>
  );
}
