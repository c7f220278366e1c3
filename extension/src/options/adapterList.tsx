import { isRefusal } from '@taffrail/domain/kernel';
import { Banner, Button, Section } from '@taffrail/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { followKept, keep } from '../app/index.ts';
import { adapterFile, adapterFromFile, type Adapter } from '../brokers/index.ts';
import { ShortButton, toast } from '../panel/index.ts';
import { options as words } from '../words/index.ts';
import css from './options.module.css';

/** What the trader taught the panel, to keep, to give to others, and to bring from them. */
export function AdapterList() {
  const [adapters, setAdapters] = useState<readonly Adapter[]>([]);
  const [problem, setProblem] = useState<string>();
  const file = useRef<HTMLInputElement>(null);
  useEffect(() => followKept('adapters', (kept = []) => setAdapters(kept)), []);

  async function bring(files: FileList | null): Promise<void> {
    const [chosen] = files ?? [];
    if (chosen === undefined) return;
    const adapter = adapterFromFile(await chosen.text());
    setProblem(isRefusal(adapter) ? adapter.sentence : undefined);
    if (isRefusal(adapter)) return;
    await keep('adapters', [adapter, ...adapters.filter(({ id }) => id !== adapter.id)]);
    toast({ text: words.imported(adapter.name) });
  }

  const forget = (adapter: Adapter): void =>
    void keep(
      'adapters',
      adapters.filter(({ id }) => id !== adapter.id),
    );

  return (
    <Section title={words.adapters}>
      {adapters.length === 0 && <p>{words.noAdapters}</p>}
      <ul class={css.list}>
        {adapters.map((adapter) => (
          <li key={adapter.id} class={css.row}>
            <span class={css.what}>
              <strong>{adapter.name}</strong>
              <span class={css.where}>{adapter.matches.join(', ')}</span>
            </span>
            <span class={css.buttons}>
              <ShortButton short={words.exportShort} name={words.export(adapter.name)} onClick={() => save(adapter)} />
              <ShortButton short={words.forgetShort} name={words.forget(adapter.name)} onClick={() => forget(adapter)} />
            </span>
          </li>
        ))}
      </ul>
      {problem !== undefined && <Banner tone="breach">{problem}</Banner>}
      <div class={css.buttons}>
        <Button onClick={() => file.current?.click()}>{words.import}</Button>
        <input
          ref={file}
          type="file"
          class="visually-hidden"
          accept=".json,application/json"
          aria-label={words.import}
          onChange={({ currentTarget }) => void bring(currentTarget.files)}
        />
      </div>
    </Section>
  );
}

function save(adapter: Adapter): void {
  const url = URL.createObjectURL(new Blob([adapterFile(adapter)], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: `${adapter.id}.taffrail-adapter.json` });
  link.click();
  URL.revokeObjectURL(url);
}
