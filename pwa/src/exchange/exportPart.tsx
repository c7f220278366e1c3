import { isRefusal } from '@taffrail/domain/kernel';
import { Banner, Button, Card, Progress, useFormats } from '@taffrail/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { saveFile, sentenceOf, toast, useBook } from '../app/index.ts';
import { exchange as words } from '../words/index.ts';
import { Contents } from './contents.tsx';
import css from './exchange.module.css';
import { makeExport, type MadeExport } from './exporting.ts';
import { useCancelable } from './useCancelable.ts';

/** The whole book as one file: made, looked at, then saved. */
export function ExportPart() {
  const open = useBook();
  const [progress, setProgress] = useState<readonly [done: number, total: number]>();
  const [made, setMade] = useState<MadeExport>();
  const work = useCancelable();

  async function make(): Promise<void> {
    setMade(undefined);
    setProgress([0, 0]);
    try {
      const answer = await work.run((signal) => makeExport(open, (done, total) => setProgress([done, total]), signal));
      if (isRefusal(answer)) toast({ tone: 'breach', text: answer.sentence });
      else setMade(answer);
    } catch (error) {
      toast({ tone: 'breach', text: sentenceOf(error) });
    }
    setProgress(undefined);
  }

  return (
    <Card title={words.exportTitle}>
      <div class={css.part}>
        <p class={css.meaning}>{words.exportMeaning}</p>
        {progress !== undefined && (
          <Progress label={words.making} done={progress[0]} total={progress[1] || undefined} onCancel={work.cancel} />
        )}
        {made !== undefined && <Ready made={made} />}
        {progress === undefined && made === undefined && (
          <div>
            <Button icon="download" onClick={() => void make()}>
              {words.makeExport}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}

const BYTES_PER_MB = 1_000_000;

function Ready({ made: { name, file, manifest } }: { readonly made: MadeExport }) {
  const formats = useFormats();
  const save = useRef<HTMLButtonElement>(null);
  const { facts, attachments } = manifest.missing;
  const megabytes = formats.quantity((Math.ceil((file.size / BYTES_PER_MB) * 10) / 10).toFixed(1));
  useEffect(() => save.current?.focus(), []);
  return (
    <>
      <p class={css.heading} role="status">
        {words.ready(name)}
      </p>
      <Contents manifest={manifest} />
      {facts + attachments.length > 0 && (
        <Banner tone="warning" title={words.missingTitle}>
          {facts > 0
            ? words.missingFacts(facts, formats.count(facts))
            : words.missingFiles(attachments.length, formats.count(attachments.length))}
        </Banner>
      )}
      <div>
        <Button ref={save} tone="primary" icon="download" onClick={() => saveFile(name, file)}>
          {words.save(words.size(megabytes))}
        </Button>
      </div>
    </>
  );
}
