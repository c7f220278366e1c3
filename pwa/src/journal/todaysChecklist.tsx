import type { Day } from '@taffrail/domain/kernel';
import type { HeldDocument } from '@taffrail/replica/documents';
import { Checkbox, Skeleton } from '@taffrail/ui';
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { mayWrite, useBook, useDocument } from '../app/index.ts';
import { journal } from '../words/index.ts';
import { useChecks } from './checklist.ts';
import { openTicking, type Ticking } from './editor/checkItem.ts';
import { isReadable } from './editor/readable.ts';

interface ChecklistProps {
  readonly day: Day;
  /** What else there is to do on a day, or what is said otherwise; it comes from elsewhere. */
  readonly also: ComponentType<{ readonly day: Day; readonly otherwise?: ComponentChildren }>;
}

/** The boxes of today's page, to be ticked from anywhere: the same boxes, not a copy of them. */
export function TodaysChecklist({ day, also: Also }: ChecklistProps) {
  const holding = useDocument(`day/${day}`);
  if (holding.status === 'opening') return <Skeleton shape="row" count={3} />;
  if (holding.status === 'open' && isReadable(holding.held.document)) return <Checks day={day} also={Also} held={holding.held} />;
  return (
    <>
      <p>{holding.status === 'failed' ? journal.pageFailedMeaning : journal.newerPageMeaning}</p>
      <Also day={day} />
    </>
  );
}

function Checks({ day, also: Also, held }: ChecklistProps & { readonly held: HeldDocument }) {
  const checks = useChecks(held.document);
  const ticking = useTicking(held);
  if (checks.length === 0) return <Also day={day} otherwise={<p>{journal.noChecks}</p>} />;
  return (
    <>
      <ul>
        {checks.map(({ box, text }) => (
          <li key={box}>
            <Checkbox
              label={text || journal.tick}
              disabled={!mayWrite.value}
              checked={ticking?.isTicked(box) ?? false}
              onChange={(ticked) => ticking?.tick(box, ticked)}
            />
          </li>
        ))}
      </ul>
      <Also day={day} />
    </>
  );
}

function useTicking({ document }: HeldDocument): Ticking | undefined {
  const { entry } = useBook();
  const [shown, setShown] = useState<{ readonly ticking: Ticking }>();
  useEffect(() => {
    const ticking = openTicking(document, entry.id);
    const stop = ticking.onChange(() => setShown({ ticking }));
    setShown({ ticking });
    return () => {
      stop();
      ticking.close();
    };
  }, [document, entry.id]);
  return shown?.ticking;
}
