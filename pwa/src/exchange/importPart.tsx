import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import type { ReadableExport } from '@taffrail/replica/exchange';
import { Banner, Button, Card, FileButton, Progress } from '@taffrail/ui';
import { useEffect, useState } from 'preact/hooks';
import { book, sentenceOf, toast } from '../app/index.ts';
import { exchange as words } from '../words/index.ts';
import { Contents } from './contents.tsx';
import css from './exchange.module.css';
import { importHere, lookInto, whyNotHere, type Imported } from './importing.ts';
import { useCancelable } from './useCancelable.ts';

interface Chosen {
  readonly name: string;
  readonly looked: ReadableExport | Refusal;
}

export function ImportPart() {
  return (
    <Card title={words.importTitle}>
      <ImportSteps />
    </Card>
  );
}

/** A file becomes the book, where there is none yet or an empty one: chosen, looked at, then imported. */
export function ImportSteps({ onDone }: { readonly onDone?: () => void }) {
  const whyNot = useWhyNot();
  const [chosen, setChosen] = useState<Chosen>();
  const [progress, setProgress] = useState<readonly [done: number, total: number]>();
  const work = useCancelable();

  async function choose(file: File): Promise<void> {
    setChosen({ name: file.name, looked: await lookInto(file) });
  }

  async function take(exported: ReadableExport): Promise<void> {
    setProgress([0, exported.manifest.files.length]);
    try {
      const answer = await work.run((signal) => importHere(exported, (done, total) => setProgress([done, total]), signal));
      if (answer !== undefined) tell(answer);
      if (answer !== undefined && !isRefusal(answer)) onDone?.();
    } catch (error) {
      toast({ tone: 'breach', text: sentenceOf(error) });
    }
    setProgress(undefined);
  }

  return (
    <div class={css.part}>
      <p class={css.meaning}>{words.importMeaning}</p>
      {whyNot !== undefined && <Banner>{whyNot.sentence}</Banner>}
      {whyNot === undefined && progress === undefined && (
        <FileButton accept=".zip,application/zip" onFile={(file) => void choose(file)}>
          {words.choose}
        </FileButton>
      )}
      {chosen !== undefined && <Looked chosen={chosen} isTaking={progress !== undefined} onTake={(exported) => void take(exported)} />}
      {progress !== undefined && <Progress label={words.importing} done={progress[0]} total={progress[1]} onCancel={work.cancel} />}
    </div>
  );
}

/** Once the book is shown this card may be gone, so what came of it is said beside the page. */
function tell(answer: Imported | Refusal): void {
  if (isRefusal(answer)) toast({ tone: 'breach', text: answer.sentence });
  else if (answer.notBrought) toast({ tone: 'warning', text: words.notBrought(answer.notBrought.sentence) });
  else toast({ text: words.imported(answer.book) });
}

function useWhyNot(): Refusal | undefined {
  const [whyNot, setWhyNot] = useState<Refusal>();
  useEffect(() => book.subscribe(() => void whyNotHere().then(setWhyNot)), []);
  return whyNot;
}

interface LookedProps {
  readonly chosen: Chosen;
  readonly isTaking: boolean;
  readonly onTake: (exported: ReadableExport) => void;
}

function Looked({ chosen: { name, looked }, isTaking, onTake }: LookedProps) {
  if (isRefusal(looked)) return <Banner tone="breach">{looked.sentence}</Banner>;
  return (
    <>
      <p class={css.heading} role="status">
        {words.contents(name)}
      </p>
      <Contents manifest={looked.manifest} />
      {!isTaking && (
        <div>
          <Button tone="primary" onClick={() => onTake(looked)}>
            {words.doImport}
          </Button>
        </div>
      )}
    </>
  );
}
