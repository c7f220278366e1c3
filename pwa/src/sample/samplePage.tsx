import { isRefusal } from '@taffrail/domain/kernel';
import { ErrorState, LinkButton, Page, Skeleton } from '@taffrail/ui';
import { useEffect, useState } from 'preact/hooks';
import { sentenceOf } from '../app/index.ts';
import { go, link } from '../routes/index.ts';
import { sample as words, shell } from '../words/index.ts';
import { openSampleBook } from './openSampleBook.ts';

/** Leads into the book of made-up trades, which is made on the way where there is none yet. */
export function SamplePage() {
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    void openSampleBook().then(
      (refusal) => (isRefusal(refusal) ? setProblem(refusal.sentence) : go(link('today'), { replace: true })),
      (error: unknown) => setProblem(sentenceOf(error)),
    );
  }, []);

  return (
    <Page title={words.making}>
      {problem === undefined ? (
        <Skeleton shape="row" count={6} />
      ) : (
        <ErrorState title={words.failedTitle} actions={<LinkButton href={link('today')}>{shell.toToday}</LinkButton>}>
          {problem}
        </ErrorState>
      )}
    </Page>
  );
}
