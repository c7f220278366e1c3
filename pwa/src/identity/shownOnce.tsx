import { Button, Dialog } from '@taffrail/ui';
import { useState } from 'preact/hooks';
import { identity } from '../words/index.ts';
import css from './shownOnce.module.css';

interface ShownOnceProps {
  readonly title: string;
  readonly meaning: string;
  readonly text: string;
  readonly onClose: () => void;
}

/** What nobody can show again: to be copied now. */
export function ShownOnce({ title, meaning, text, onClose }: ShownOnceProps) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button icon={isCopied ? 'check' : 'copy'} onClick={() => void copy()}>
            {isCopied ? identity.copied : identity.copy}
          </Button>
          <Button tone="primary" onClick={onClose}>
            {identity.haveIt}
          </Button>
        </>
      }
    >
      <div class={css.shown}>
        <p>{meaning}</p>
        <pre class={css.text}>{text}</pre>
      </div>
    </Dialog>
  );
}
