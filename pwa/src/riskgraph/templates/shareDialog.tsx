import { isRefusal } from '@taffrail/domain/kernel';
import type { StrategyTemplate } from '@taffrail/domain/riskgraph';
import { Button, Dialog, Skeleton, useFormats } from '@taffrail/ui';
import { useEffect, useState } from 'preact/hooks';
import { api, toast, useBook } from '../../app/index.ts';
import { riskgraph as words } from '../../words/index.ts';
import css from '../strategies/strategies.module.css';

interface Share {
  readonly share_code: string;
  readonly use_count: number;
}

/** The code of a template, which is made where there is none, and taken back from here. */
export function ShareDialog({ template, onClose }: { readonly template: StrategyTemplate; readonly onClose: () => void }) {
  const { entry } = useBook();
  const formats = useFormats();
  const [share, setShare] = useState<Share>();
  const [isCopied, setCopied] = useState(false);
  const [problem, setProblem] = useState<string>();
  const path = `/api/risk-graph/templates/${template.id}/share`;
  const workspaceId = entry.workspace_id ?? undefined;

  useEffect(() => {
    if (workspaceId === undefined) return;
    void api<Share>(path, { method: 'POST', workspaceId }).then((answer) =>
      isRefusal(answer) ? setProblem(answer.sentence) : setShare(answer),
    );
  }, [path, workspaceId]);

  async function copy(code: string): Promise<void> {
    await navigator.clipboard.writeText(code);
    setCopied(true);
  }

  async function takeBack(): Promise<void> {
    const answer = await api<undefined>(path, { method: 'DELETE', ...(workspaceId !== undefined && { workspaceId }) });
    if (answer !== undefined) {
      setProblem(answer.sentence);
      return;
    }
    toast({ text: words.takenBack });
    onClose();
  }

  return (
    <Dialog
      open
      title={words.shareTitle(template.name)}
      onClose={onClose}
      actions={
        <>
          {share !== undefined && (
            <>
              <Button onClick={() => void takeBack()}>{words.takeBack}</Button>
              <Button icon={isCopied ? 'check' : 'copy'} onClick={() => void copy(share.share_code)}>
                {isCopied ? words.copied : words.copy}
              </Button>
            </>
          )}
          <Button tone="primary" onClick={onClose}>
            {words.close}
          </Button>
        </>
      }
    >
      <div class={css.form}>
        <p>{words.shareMeaning}</p>
        {workspaceId === undefined && <p>{words.needsServer}</p>}
        {problem !== undefined && <p role="alert">{problem}</p>}
        {share === undefined && problem === undefined && workspaceId !== undefined && <Skeleton shape="row" />}
        {share !== undefined && (
          <p>
            <strong class={css.shareCode}>{share.share_code}</strong>{' '}
            <span class={css.muted}>{words.taken(formats.count(share.use_count))}</span>
          </p>
        )}
      </div>
    </Dialog>
  );
}
