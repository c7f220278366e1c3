import { isRefusal } from '@taffrail/domain/kernel';
import { Button, FileButton } from '@taffrail/ui';
import { toast } from '../../app/index.ts';
import { playbooks as words } from '../../words/index.ts';
import { useBeginning } from '../draft/useBeginning.ts';
import { readPlaybookFile } from './importing.ts';
import css from './shelf.module.css';

/** A playbook of one's own, or one that somebody saved as a file. */
export function OtherWays() {
  const begin = useBeginning();

  async function take(file: File): Promise<void> {
    const content = await readPlaybookFile(file);
    if (content === undefined || isRefusal(content)) {
      toast({ tone: 'breach', text: words.notImported(file.name, content?.sentence ?? words.notJson) });
      return;
    }
    await begin(content);
    toast({ text: words.imported(content.name) });
  }

  return (
    <div class={css.ways}>
      <Button icon="add" onClick={() => void begin(undefined)}>
        {words.nothing}
      </Button>
      <FileButton accept=".json,application/json" onFile={(file) => void take(file)}>
        {words.fromFile}
      </FileButton>
    </div>
  );
}
