import { isRefusal } from '@taffrail/domain/kernel';
import { type ImportedConfig, type Settings, settingsFromConfig } from '@taffrail/domain/phases';
import { FileButton } from '@taffrail/ui';
import { toast } from '../../app/index.ts';
import { phaseSettings as words } from '../../words/index.ts';

interface ImportButtonProps {
  readonly current: Settings;
  readonly onImport: (imported: ImportedConfig, file: string) => void;
}

/** What a bot's own file says is put into the form, to be looked at before it counts. */
export function ImportButton({ current, onImport }: ImportButtonProps) {
  async function take(file: File): Promise<void> {
    const config = await readConfig(file);
    const imported = config === undefined ? undefined : settingsFromConfig(config, current);
    if (imported === undefined || isRefusal(imported)) {
      toast({ tone: 'breach', text: words.notImported(file.name, imported?.sentence ?? words.notJson) });
    } else onImport(imported, file.name);
  }

  return (
    <FileButton accept=".json,application/json" onFile={(file) => void take(file)}>
      {words.import}
    </FileButton>
  );
}

const MOST_BYTES = 1_000_000;

async function readConfig(file: File): Promise<unknown> {
  // Nobody waits for a film to be read as text.
  if (file.size > MOST_BYTES) return undefined;
  try {
    return JSON.parse(await file.text());
  } catch {
    return undefined;
  }
}
